using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs.Judges;

/// <summary>Draws replies that rules read, the same ones each time, for judges to read too.</summary>
internal static class ComparisonSample
{
    private const string Seed = "comparison/1";

    /// <summary>Draws from the sittings of one exam; the order of a hash of each attempt's key decides.</summary>
    /// <param name="ledger">Where the replies are.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="sittings">The sittings' keys.</param>
    /// <param name="repeats">How often each question is asked.</param>
    /// <param name="size">Most replies to draw.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<IReadOnlyList<(string Sitting, Question Question, LedgerEntry Entry)>> DrawAsync(
        Ledger ledger, Exam exam, IEnumerable<string> sittings, int repeats, int size, CancellationToken cancellationToken)
    {
        var drawn = new PriorityQueue<(string Sitting, Question Question, LedgerEntry Entry), string>(
            Comparer<string>.Create((first, second) => string.CompareOrdinal(second, first)));
        var paper = Paper.Of(exam);
        foreach (var sitting in sittings)
        {
            var index = new AttemptPlan(sitting, paper, repeats).Index();
            await foreach (var entry in ledger.ReadAsync(sitting, cancellationToken))
            {
                if (index.TryFind(entry.Key, out var attempt) && IsRead(entry))
                {
                    drawn.Enqueue((sitting, attempt.Question, entry), Fingerprint.Of(Seed, entry.Key));
                    if (drawn.Count > size)
                    {
                        drawn.Dequeue();
                    }
                }
            }
        }

        return [.. drawn.UnorderedItems.Select(item => item.Element)];
    }

    private static bool IsRead(LedgerEntry entry) =>
        entry is
        {
            Reply.Outcome: Outcome.Replied, JudgedBy: null, Grade.Reading.Kind: ReadingKind.Letter or ReadingKind.Letters
            or ReadingKind.Value or ReadingKind.Refusal or ReadingKind.NoCorrectOption
        };
}
