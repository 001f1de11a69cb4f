namespace Jinbang.Runs;

/// <summary>What one write says about one sitting, and what follows once it is on disk.</summary>
internal sealed class JournalEntry
{
    private readonly Books books;
    private readonly IReadOnlyList<JournalLine> lines;
    private readonly decimal unbooked;

    /// <param name="books">Of the sitting.</param>
    /// <param name="lines">What there is to write; none when only the books are closed.</param>
    /// <param name="closing">Whether nothing will be asked after it.</param>
    public JournalEntry(Books books, IReadOnlyList<JournalLine> lines, bool closing)
    {
        (this.books, this.lines) = (books, lines);
        (unbooked, var mark) = books.Draw(closing);
        Page = new LedgerPage(books.Sitting)
        {
            Entries = [.. lines.Select(line => line.Entry).OfType<LedgerEntry>()],
            Grades = [.. lines.Select(line => line.Grade).OfType<LedgerEntry>()],
            Judgements = [.. lines.Select(line => line.Judgement).OfType<LedgerJudgement>()],
            Lost = unbooked + lines.Sum(line => line.Hold?.Lost ?? 0),
            Outstanding = mark,
        };
    }

    public LedgerPage Page { get; }

    public bool IsEmpty => lines.Count == 0 && Page is { Lost: 0, Outstanding: null };

    public void Commit()
    {
        books.Booked(unbooked, Page.Outstanding);
        foreach (var line in lines)
        {
            line.Hold?.Settle(line.Cost);
            line.Written.SetResult();
        }
    }
}
