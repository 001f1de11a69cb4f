using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>The way to a model whose pace is decided elsewhere in the cluster.</summary>
/// <param name="account">The silo's end of the account, whose gate guards what follows.</param>
/// <param name="news">What is to be told of the model.</param>
/// <param name="ceiling">Most calls under way.</param>
internal sealed class RemoteWay(RemoteAccount account, LaneNews news, int ceiling) : Way
{
    /// <inheritdoc/>
    public override int Ceiling => ceiling;

    /// <inheritdoc/>
    public override PaceView View => news.View;

    /// <inheritdoc/>
    public override async ValueTask<Pass> EnterAsync(int bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pass = new Pass(bytes);
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

    /// <inheritdoc/>
    public override void Leave(Pass pass, Reply reply) => account.End(news, pass, number => EndedCall.Of(number, reply));

    /// <inheritdoc/>
    public override void Leave(Pass pass, ProviderException fault) => account.End(news, pass, number => EndedCall.Of(number, fault));

    /// <inheritdoc/>
    public override void Abandon(Pass pass) => account.End(news, pass, number => new EndedCall(number, CallEnd.Abandoned));

    /// <inheritdoc/>
    public override void Hear(RateNotice notice) => account.Hear(news, notice);
}
