using System.CommandLine;
using Jinbang.Cluster.Database;

namespace Jinbang.Cluster;

/// <summary>A verb that does something to one thing of the cluster, and says what.</summary>
internal static class DeedVerb
{
    /// <summary>Makes it.</summary>
    /// <param name="speaker">Says what was done.</param>
    /// <param name="name">The verb.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="target">What it is done to.</param>
    /// <param name="act">Does it to what is named, and tells it.</param>
    public static Command Build(
        Speaker speaker, string name, Phrase summary, Argument<string> target, Func<ParseResult, ClusterDatabase, string, CancellationToken, Task<Phrase>> act)
    {
        var command = new Command(name, summary.In(speaker.Language));
        command.Arguments.Add(target);
        var options = new DatabaseOptions(speaker);
        options.AddTo(command);
        command.SetAction(async (words, cancellationToken) =>
        {
            speaker.Follow(words);
            await using var database = new ClusterDatabase(options.Read(words));
            speaker.Tell(await act(words, database, words.GetValue(target)!, cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }
}
