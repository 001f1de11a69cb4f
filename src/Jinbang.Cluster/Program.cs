using Jinbang.Cluster;

return await new ClusterCommand(Console.Out, Console.Error, TimeProvider.System).RunAsync(args);
