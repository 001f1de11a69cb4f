using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>Calls of one exchange that wait at an account's desk. Used on one thread at a time, but for leave that comes.</summary>
/// <param name="account">The account.</param>
internal sealed class Question(Account account)
{
    private readonly TaskCompletionSource ripe = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(long Number, Lane Lane, Pass Pass, Task? Leave)> calls = [];
    private readonly Dictionary<Lane, ProviderException> refused = [];

    /// <summary>Done when there is something to answer.</summary>
    public Task Ripe => ripe.Task;

    /// <summary>There is something to answer, or no use in waiting longer.</summary>
    public void Ripen() => ripe.TrySetResult();

    /// <summary>Lets a call wait.</summary>
    public void Add(long number, int bytes, Lane lane)
    {
        if (refused.ContainsKey(lane))
        {
            return;
        }

        var pass = new Pass(bytes);
        try
        {
            var leave = account.Enter(lane, pass);
            calls.Add((number, lane, pass, leave));
            _ = RipenAfterAsync(leave);
        }
        catch (ProviderException fault)
        {
            refused[lane] = fault;
            Ripen();
        }
    }

    /// <summary>Ends the waiting.</summary>
    /// <returns>The calls that may begin.</returns>
    public List<(long Number, Lane Lane, Pass Pass)> Take()
    {
        var granted = new List<(long, Lane, Pass)>();
        lock (account.Gate)
        {
            foreach (var (number, lane, pass, leave) in calls)
            {
                if (pass.BeganAt is not null)
                {
                    granted.Add((number, lane, pass));
                }
                else if (leave?.Exception?.InnerException is ProviderException fault)
                {
                    refused[lane] = fault;
                }
                else
                {
                    pass.Withdraw();
                }
            }
        }

        return granted;
    }

    /// <summary>Why calls of a lane wait in vain; null when they do not.</summary>
    public ProviderException? Refusal(Lane lane) => refused.GetValueOrDefault(lane);

    private async Task RipenAfterAsync(Task? leave)
    {
        if (leave is not null)
        {
            await leave.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        Ripen();
    }
}
