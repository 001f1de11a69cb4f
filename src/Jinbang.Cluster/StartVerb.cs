using System.CommandLine;
using System.Net;
using Jinbang.Cli;
using Jinbang.Cluster.Database;
using Jinbang.Cluster.Silos;
using Jinbang.Workspaces;

namespace Jinbang.Cluster;

/// <summary>Joins a cluster, and works in it until told to leave.</summary>
internal static class StartVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Command Build(Speaker speaker)
    {
        var command = new Command("start", speaker.Say("Join the cluster and work until Ctrl-C.", "加入集群并工作，按 Ctrl-C 离开。"));
        var database = new DatabaseOptions(speaker);
        database.AddTo(command);
        var options = new SiloWords(speaker);
        options.AddTo(command);
        command.SetAction(async (words, cancellationToken) =>
        {
            speaker.Follow(words);
            try
            {
                await using var meeting = new ClusterDatabase(database.Read(words));
                return await WorkAsync(options.Read(words, meeting) with { Secrets = database.Secrets(words) }, speaker, cancellationToken);
            }
            catch (Exception fault) when (Rebirth.IsOne && fault is not OperationCanceledException)
            {
                speaker.Complain(new($"This silo cannot join again yet, and tries once more: {fault.Message}", $"本机暂时无法重新加入，将再次尝试：{fault.Message}"));
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
                Rebirth.Begin();
                throw;
            }
        });
        return command;
    }

    private static async Task<int> WorkAsync(SiloSettings settings, Speaker speaker, CancellationToken cancellationToken)
    {
        using var telemetry = TelemetryExport.Start(Surroundings.Variables(), "Microsoft.Orleans*");
        await settings.Database.PrepareAsync(cancellationToken);
        await using var silo = await JoinedSilo.StartAsync(settings, speaker, cancellationToken);
        speaker.Tell(new(
            $"{silo.Name} is in the cluster at {silo.Address} (health: {silo.Health}; Ctrl-C leaves).", $"{silo.Name} 已加入集群，地址 {silo.Address}（健康检查 {silo.Health}；按 Ctrl-C 离开）。"));
        Warn(settings, speaker);
        await silo.WaitAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static void Warn(SiloSettings settings, Speaker speaker)
    {
        if (settings.Credentials is null && !IPAddress.IsLoopback(settings.Address))
        {
            speaker.Complain(new(
                $"Warning: whoever reaches {settings.Address} can read and send what silos say to each other.", $"注意：能访问 {settings.Address} 的人都可以读取和伪造各机器之间的消息。"));
        }
    }
}
