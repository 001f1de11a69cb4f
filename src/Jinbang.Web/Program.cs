using Jinbang.Web;

return await new ServeCommand(Console.Out, Console.Error, TimeProvider.System).RunAsync(args);
