using Jinbang.Web;

return await new ServeCommand(Console.IsInputRedirected ? Console.In : null, Console.Out, Console.Error, TimeProvider.System).RunAsync(args);
