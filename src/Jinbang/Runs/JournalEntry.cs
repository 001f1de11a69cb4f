using Jinbang.Grading;

namespace Jinbang.Runs;

/// <summary>What one write says about one sitting, and what follows once it is on disk.</summary>
internal sealed class JournalEntry
{
    private readonly Books books;
    private readonly IReadOnlyList<JournalLine> lines;
    private readonly IReadOnlyDictionary<string, decimal> unbooked;
    private readonly ModelProgress? progress;
    private readonly Tally? sums;

    /// <param name="books">Of the sitting.</param>
    /// <param name="lines">What there is to write; none when only the books are closed.</param>
    /// <param name="closing">Whether nothing will be asked after it.</param>
    public JournalEntry(Books books, IReadOnlyList<JournalLine> lines, bool closing)
    {
        (this.books, this.lines) = (books, lines);
        (unbooked, var mark) = books.Draw(closing);
        progress = lines.Select(line => line.Progress).FirstOrDefault(progress => progress is not null);
        sums = progress?.With(lines);
        Page = new LedgerPage(books.Sitting)
        {
            Sums = progress?.Mark is { } counted ? new SittingSums(counted, sums!) : null,
            Entries = [.. lines.Select(line => line.Entry).OfType<LedgerEntry>()],
            Grades = [.. lines.Select(line => line.Grade).OfType<LedgerEntry>()],
            Judgements = [.. lines.Select(line => line.Judgement).OfType<LedgerJudgement>()],
            Ended = [.. lines.Select(line => line.Final?.Backlog.End(line.Final.Attempt)).OfType<Lease>()],
            Lost = unbooked.Values.Sum() + lines.Sum(line => line.Hold?.Lost ?? 0),
            Outstanding = mark,
            Used = Used(),
        };
    }

    public LedgerPage Page { get; }

    public void Commit()
    {
        books.Booked(unbooked.Values.Sum(), Page.Outstanding);
        progress?.Publish(sums!, lines);
        foreach (var line in lines)
        {
            line.Hold?.Settle(line.Cost);
            line.Written.SetResult();
        }
    }

    private Dictionary<string, decimal> Used()
    {
        var used = new Dictionary<string, decimal>(unbooked);
        foreach (var line in lines.Where(line => line.Hold is not null))
        {
            used[line.Hold!.Model] = used.GetValueOrDefault(line.Hold.Model) + line.Hold.Due(line.Cost);
        }

        return used;
    }
}
