namespace Jinbang.Runs.Sharing;

/// <summary>In which sittings of one model this process takes up work: in the first that has some, and no more at a time than calls can be under way.
/// Else a silo would hold leases of all exams at once and ask for more of each. Safe to use from any thread.</summary>
/// <param name="most">Tells how many pieces may be in hand at present.</param>
internal sealed class Turns(Func<int> most)
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<TaskCompletionSource, (int Rank, long Nth)> waiting = new();
    private readonly HashSet<int> dry = [];
    private int members;
    private int current;
    private int taken;
    private long nth;

    /// <summary>A further sitting.</summary>
    /// <returns>Its rank: it comes after those that were added before.</returns>
    public int Add() => Interlocked.Increment(ref members) - 1;

    /// <summary>Waits until something may be looked for in a sitting: nothing is to be had in those before, and not too much is in hand.</summary>
    public Task EnterAsync(int rank, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn, (rank, nth++));
            Admit();
            return turn.Task.IsCompleted ? Task.CompletedTask : WaitAsync(turn, cancellationToken);
        }
    }

    /// <summary>Nothing is in hand any more.</summary>
    public void Leave()
    {
        lock (gate)
        {
            taken--;
            Admit();
        }
    }

    /// <summary>In a sitting nothing is to be had at present, so that the next one's turn comes. Should there be something again, it comes first.</summary>
    public void Pass(int rank)
    {
        lock (gate)
        {
            if (rank >= current)
            {
                dry.Add(rank);
            }

            while (dry.Remove(current))
            {
                current++;
            }

            Admit();
        }
    }

    private void Admit()
    {
        while (taken < most() && waiting.TryPeek(out var next, out var place) && place.Rank <= current)
        {
            waiting.Dequeue();
            taken += next.TrySetResult() ? 1 : 0;
        }
    }

    private static async Task WaitAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        await using var end = cancellationToken.UnsafeRegister(_ => turn.TrySetCanceled(cancellationToken), null);
        await turn.Task;
    }
}
