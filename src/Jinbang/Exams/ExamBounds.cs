namespace Jinbang.Exams;

/// <summary>How much of a file is read; what goes beyond is told as an error.</summary>
/// <param name="Questions">Most questions.</param>
/// <param name="Letters">Most letters of all questions together, each cell of a workbook counted wherever it is repeated.</param>
public sealed record ExamBounds(int Questions, long Letters)
{
    /// <summary>For files of one's own.</summary>
    public static ExamBounds Widest { get; } = new(1_000_000, 4L << 30);
}
