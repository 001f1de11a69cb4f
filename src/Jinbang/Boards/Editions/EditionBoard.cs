namespace Jinbang.Boards.Editions;

/// <summary>One board of an edition.</summary>
/// <param name="File">The name of its files, without ending; what identifies it among editions.</param>
/// <param name="Title">Its title.</param>
/// <param name="Rows">Its rows in rank order.</param>
public sealed record EditionBoard(string File, string Title, IReadOnlyList<EditionRow> Rows)
{
    /// <summary>Questions of the exam; 0 when unknown.</summary>
    public int Questions { get; init; }

    /// <summary>Identifies the exam's questions as they were worded; null when unknown.</summary>
    public string? ExamVersion { get; init; }

    /// <summary>Whether it is made of other boards.</summary>
    public bool IsRollUp { get; init; }

    /// <summary>What identifies its questions, so that boards of one exam are not counted twice.</summary>
    internal string Exam => ExamVersion ?? File;

    internal static EditionBoard Of(Board board)
    {
        var isRollUp = board.Family is not null || board.Rows.Any(row => row.Parts.Count > 0);
        var rows = board.Rows.Select(EditionRow.Of);
        return new(FileNames.For(board.FileName), board.Title, [.. isRollUp ? rows.Select(row => row with { Evidence = null, ExamVersion = null }) : rows])
        {
            Questions = board.Questions,
            ExamVersion = isRollUp ? null : board.ExamVersion,
            IsRollUp = isRollUp,
        };
    }
}
