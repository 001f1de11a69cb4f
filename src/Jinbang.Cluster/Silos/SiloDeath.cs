using Jinbang.Cli;

namespace Jinbang.Cluster.Silos;

/// <summary>What a silo does that reads of its own death: all that it holds ends with it, and it starts anew.</summary>
/// <remarks>The process stays and only what it runs is replaced, so that nobody need watch over a silo on a developer's machine, and
/// whoever does sees one that goes on.</remarks>
/// <param name="speaker">Says so.</param>
internal sealed class SiloDeath(Speaker speaker) : IFatalErrorHandler
{
    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => exception is not OperationCanceledException;

    /// <inheritdoc/>
    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        speaker.Complain(new(
            $"This silo was declared dead by the others, for it was paused or cut off from them; it ends all it holds and starts anew. ({context})",
            $"本机曾停顿或与其他机器断开，已被判定为失效：放弃手上的一切，重新启动。（{context}）"));
        if (!OperatingSystem.IsWindows())
        {
            var words = Environment.GetCommandLineArgs();
            ProcessImage.Become(words[0], words[1..]);
        }

        Environment.Exit(ExitCode.DeclaredDead);
    }
}
