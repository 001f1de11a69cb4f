using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>Calls of one exchange that wait at an account's desk. Used on one thread at a time, but for leave that comes.</summary>
/// <param name="account">The account.</param>
/// <param name="visitor">Who asks.</param>
/// <param name="nth">Which of its exchanges.</param>
internal sealed class Question(Account account, Visitor visitor, long nth)
{
    private readonly TaskCompletionSource ripe = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(long Number, Lane Lane, Pass Pass, Task? Leave)> calls = [];
    private readonly List<GrantedPass> granted = [];
    private readonly Dictionary<Lane, ProviderException> refused = [];

    /// <summary>Done when there is something to answer.</summary>
    public Task Ripe => ripe.Task;

    /// <summary>The calls that may begin, once it is closed.</summary>
    public IReadOnlyList<GrantedPass> Granted => granted;

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

    /// <summary>Ends the waiting: whatever has leave by now is under way, and nothing else will be.</summary>
    public void Close()
    {
        lock (account.Gate)
        {
            foreach (var (number, lane, pass, leave) in calls)
            {
                if (pass.BeganAt is not null)
                {
                    granted.Add(new GrantedPass(number, pass.Size, pass.IsProbe));
                    visitor.Add(number, lane, pass, nth);
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

            calls.Clear();
        }
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
