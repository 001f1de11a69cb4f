using Jinbang.Web;

return await new ServeCommand(Console.In, Console.Out, Console.Error, TimeProvider.System).RunAsync(args);
