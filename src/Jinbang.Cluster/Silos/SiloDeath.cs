namespace Jinbang.Cluster.Silos;

/// <summary>What a silo does that reads of its own death: all that it holds ends with it, and it starts anew.</summary>
/// <param name="life">Whether it ever was one of them.</param>
/// <param name="speaker">Says so.</param>
internal sealed class SiloDeath(IHostApplicationLifetime life, Speaker speaker) : IFatalErrorHandler
{
    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => exception is not OperationCanceledException;

    /// <inheritdoc/>
    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        if (!life.ApplicationStarted.IsCancellationRequested && !Rebirth.IsOne)
        {
            speaker.Complain(new(
                "The other silos do not let this one in, or cannot be reached: see --listen, --certificate and --authority, and the machine's firewall.",
                "其他机器不接纳本机，或无法连通：请检查 --listen、--certificate、--authority 和防火墙。"));
            Environment.Exit(ExitCode.BadInput);
        }

        speaker.Complain(exception is null
            ? new(
                "The other silos declared this one dead, for it was paused or cut off from them: it ends all it holds and starts anew.",
                "本机曾停顿或与其他机器断开，已被它们判定为失效：放弃手上的一切，重新启动。")
            : new($"This silo cannot go on ({exception.Message}): it ends all it holds and starts anew.", $"本机无法继续（{exception.Message}）：放弃手上的一切，重新启动。"));
        Rebirth.Begin();
    }
}
