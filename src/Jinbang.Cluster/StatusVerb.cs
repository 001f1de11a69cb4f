using System.CommandLine;
using Jinbang.Cluster.Database;
using Jinbang.Cluster.Membership;

namespace Jinbang.Cluster;

/// <summary>Says who is in a cluster.</summary>
internal static class StatusVerb
{
    public static Command Build(Speaker speaker, TimeProvider time)
    {
        var command = new Command("status", speaker.Say("Show who is in the cluster.", "显示集群中有哪些机器。"));
        var options = new DatabaseOptions(speaker);
        options.AddTo(command);
        var json = speaker.Option<bool>("--json", "Write JSON.", "输出 JSON。");
        command.Options.Add(json);
        command.SetAction(async (words, cancellationToken) =>
        {
            speaker.Follow(words);
            await using var database = new ClusterDatabase(options.Read(words));
            var members = await MemberList.ReadAsync(database, cancellationToken);
            speaker.Output.Write(words.GetValue(json) ? MemberText.Json(members) : MemberText.Table(members, time.GetUtcNow(), speaker.Language));
            return ExitCode.Done;
        });
        return command;
    }
}
