using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>The way to a model whose pace is decided elsewhere in the cluster.</summary>
/// <param name="account">The silo's end of the account, whose gate guards what follows.</param>
/// <param name="news">What is to be told of the model.</param>
/// <param name="ceiling">Most calls under way.</param>
/// <param name="door">The way into the room for the calls of the whole silo; null when there is no end of it.</param>
internal sealed class RemoteWay(RemoteAccount account, LaneNews news, int ceiling, CallRoom.Door? door) : Way
{
    /// <inheritdoc/>
    public override int Ceiling => ceiling;

    /// <inheritdoc/>
    public override PaceView View => news.View;

    /// <inheritdoc/>
    public override async ValueTask<Pass> EnterAsync(int bytes, CancellationToken cancellationToken)
    {
        // First the room: leave does not keep.
        await (door?.EnterAsync(cancellationToken) ?? Task.CompletedTask);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pass = await AskLeaveAsync(new Pass(bytes), cancellationToken);
            door?.Begin();
            return pass;
        }
        catch
        {
            door?.TurnBack();
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Leave(Pass pass, Reply reply) => End(pass, number => EndedCall.Of(number, reply));

    /// <inheritdoc/>
    public override void Leave(Pass pass, ProviderException fault) => End(pass, number => EndedCall.Of(number, fault));

    /// <inheritdoc/>
    public override void Abandon(Pass pass) => End(pass, number => new EndedCall(number, CallEnd.Abandoned));

    /// <inheritdoc/>
    public override void Hear(RateNotice notice) => account.Hear(news, notice);

    private async Task<Pass> AskLeaveAsync(Pass pass, CancellationToken cancellationToken)
    {
        var leave = account.Enter(news, pass);
        try
        {
            await leave.WaitAsync(cancellationToken);
            return pass;
        }
        catch (OperationCanceledException)
        {
            account.Withdraw(news, pass);
            throw;
        }
    }

    private void End(Pass pass, Func<long, EndedCall> end)
    {
        account.End(news, pass, end);
        door?.Leave();
    }
}
