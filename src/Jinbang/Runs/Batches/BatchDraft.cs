using Jinbang.Models.Providers.Batches;

namespace Jinbang.Runs.Batches;

/// <summary>Attempts that are to be one batch.</summary>
internal sealed class BatchDraft
{
    private readonly List<(Attempt Attempt, decimal Worst)> lines = [];
    private long bytes;

    /// <summary>The attempts.</summary>
    public IEnumerable<Attempt> Attempts => lines.Select(line => line.Attempt);

    /// <summary>The most yuan that it can cost.</summary>
    public decimal Worst => lines.Sum(line => line.Worst);

    /// <summary>The most yuan that the first attempt can cost which was left out for want of money.</summary>
    public decimal NextWorst { get; private set; }

    /// <summary>Divides attempts into batches, none larger than the provider takes.</summary>
    public static IEnumerable<BatchDraft> Cut(IEnumerable<Attempt> attempts, Seat seat, Batching batching)
    {
        var (terms, draft) = (batching.Terms, new BatchDraft());
        foreach (var attempt in attempts)
        {
            var prompt = seat.Prompt(attempt);
            var size = batching.Client.SizeOf(batching.Write($"{attempt.Key}-{attempt.Key}", prompt));
            if (draft.lines.Count == terms.MostRequests || (draft.lines.Count > 0 && draft.bytes + size > terms.MostBytes))
            {
                yield return draft;
                draft = new BatchDraft();
            }

            draft.lines.Add((attempt, seat.Candidate.Rate?.WorstCase(prompt, seat.Sitting.Model.MaxOutputTokens) ?? 0));
            draft.bytes += size;
        }

        if (draft.lines.Count > 0)
        {
            yield return draft;
        }
    }

    /// <summary>Leaves attempts at the end out that do not fit into what is left to spend.</summary>
    /// <returns>Whether any is left, and none is left out.</returns>
    public bool FitInto(decimal? left)
    {
        var sum = 0m;
        var fitting = lines.TakeWhile(line => (sum += line.Worst) <= (left ?? decimal.MaxValue)).Count();
        NextWorst = fitting < lines.Count ? lines[fitting].Worst : 0;
        lines.RemoveRange(fitting, lines.Count - fitting);
        return fitting > 0;
    }
}
