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

    internal static EditionBoard Of(Board board) => new(FileNames.For(board.FileName), board.Title, [.. board.Rows.Select(EditionRow.Of)])
    {
        Questions = board.Questions,
        ExamVersion = board.ExamVersion,
        IsRollUp = board.Rows.Any(row => row.Parts.Count > 0),
    };
}
