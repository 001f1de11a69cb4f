using System.CommandLine;
using Jinbang.Cluster.Database;
using Jinbang.Cluster.Membership;
using Jinbang.Cluster.Runs;

namespace Jinbang.Cluster;

/// <summary>Says who is in a cluster, and what it works on.</summary>
internal static class StatusVerb
{
    public static Command Build(Speaker speaker, TimeProvider time)
    {
        var command = new Command("status", speaker.Say("Show who is in the cluster, and its runs.", "显示集群中的机器和任务。"));
        var options = new DatabaseOptions(speaker);
        options.AddTo(command);
        var json = speaker.Option<bool>("--json", "Write JSON.", "输出 JSON。");
        command.Options.Add(json);
        command.SetAction(async (words, cancellationToken) =>
        {
            speaker.Follow(words);
            await using var database = new ClusterDatabase(options.Read(words));
            var members = await MemberList.ReadAsync(database, cancellationToken);
            var runs = await RunList.ReadAsync(database, cancellationToken);
            speaker.Output.Write(words.GetValue(json)
                ? MemberText.Json(members, runs)
                : MemberText.Table(members, time.GetUtcNow(), speaker.Language) + "\n" + RunText.Table(runs, speaker.Language));
            return ExitCode.Done;
        });
        return command;
    }
}
