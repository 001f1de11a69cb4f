namespace Jinbang.Grading.Sheets;

/// <summary>One model's results on one exam, question by question in the order of the exam file, without replies.</summary>
/// <param name="questions">Questions of the exam.</param>
/// <param name="repeats">How often each is asked.</param>
public sealed class ScoreSheet(int questions, int repeats)
{
    private readonly SheetCell[] cells = new SheetCell[questions * repeats];

    /// <summary>Questions of the exam.</summary>
    public int Questions { get; } = questions;

    /// <summary>How often each question is asked.</summary>
    public int Repeats { get; } = repeats;

    /// <summary>All attempts: the repeats of the first question, then those of the second, and so on.</summary>
    public Span<SheetCell> Cells => cells;

    /// <summary>The attempts of one question, by its place in the exam file.</summary>
    public Span<SheetCell> Of(int question) => cells.AsSpan(question * Repeats, Repeats);

    /// <summary>Mean points of a question's graded repeats, 0 to 1; NaN when none is graded.</summary>
    public float PointsOf(int question)
    {
        var (sum, graded) = (0f, 0);
        foreach (ref readonly var cell in Of(question))
        {
            if (cell.IsGraded)
            {
                sum += cell.Points;
                graded++;
            }
        }

        return graded > 0 ? sum / graded : float.NaN;
    }
}
