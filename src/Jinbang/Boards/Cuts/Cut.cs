namespace Jinbang.Boards.Cuts;

/// <summary>A part of a board's rows, as a board of its own.</summary>
/// <param name="Name">What the rows have in common.</param>
/// <param name="Condition">What they fulfil.</param>
public sealed record Cut(Phrase Name, Condition Condition)
{
    /// <summary>Stands in the board's file name.</summary>
    public string Mark { get; init; } = Name.Chinese;

    /// <summary>A user's own cut.</summary>
    /// <param name="text">The condition.</param>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    public static Cut Where(string text)
    {
        var condition = Condition.Parse(text);
        return new(new(text, text), condition) { Mark = MarkOf(text) };
    }

    /// <summary>The board of the rows that fulfil the condition, ranked among each other. A note tells how many were left out
    /// because nobody knows whether they do.</summary>
    public Board Of(Board board)
    {
        var rows = board.Rows.ToLookup(row => Condition.Of(row));
        var (chosen, unknown) = (rows[Truth.True].Select(Alone).ToList(), rows[Truth.Unknown].Count());
        var name = board.Name ?? new Phrase(board.Title, board.Title);
        var cut = new Phrase($"{name.English} · {Name.English}", $"{name.Chinese}·{Name.Chinese}");
        return board with
        {
            Title = cut.In(board.Language),
            Name = cut,
            PublishedPage = null,
            Family = board.Family ?? (board.Rows.Any(row => row.Parts.Count > 0) ? board.Title : null),
            FileName = $"{board.FileName}·{Mark}",
            Rows = [.. chosen.Select((row, index) => row with { Rank = index + 1 })],
            Notes = [.. board.Notes, Kept(board, chosen.Count, unknown)],
        };
    }

    /// <summary>Ranks among all models say nothing of ranks among some.</summary>
    private static BoardRow Alone(BoardRow row) => row with { Tied = null, LikelyRank = null, ProvenRank = null, BestChance = null, Stability = null };

    private Phrase Kept(Board board, int kept, int unknown) => new(
        $"Only rows with {Name.English}: {kept} of {board.Rows.Count}" + (unknown > 0 ? $"; {unknown} left out because that is unknown of them" : ""),
        $"仅列 {Name.Chinese}：{board.Rows.Count} 行中的 {kept} 行" + (unknown > 0 ? $"；另有 {unknown} 行因情况不明未列" : ""));

    /// <summary>Signs that file names cannot hold become their full-width twins, so that two conditions make two files;
    /// long ones are told apart by a fingerprint.</summary>
    private static string MarkOf(string text)
    {
        const int Long = 40;
        var sign = string.Concat(text.Select(c => c is '<' or '>' or '|' or '"' or ':' or '*' or '?' or '/' or '\\' ? (char)(c + 0xFEE0) : c));
        return sign.Length <= Long ? sign : $"{sign[..Long]}-{Fingerprint.Of(text)[..8]}";
    }
}
