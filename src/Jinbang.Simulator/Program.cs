using Jinbang.Simulator.Options;

return await new SimulatorCommand(Console.Out, Console.Error, TimeProvider.System).RunAsync(args);
