using Jinbang.Boards.Items;
using Jinbang.Exams;
using Jinbang.Grading.Sheets;

namespace Jinbang.Boards.Comparisons;

/// <summary>What two models earned on one question.</summary>
internal sealed record QuestionPair(string Exam, Question Question, float First, float Second, SheetCell[] FirstCells, SheetCell[] SecondCells)
{
    public bool IsDiffering => First != Second;

    /// <summary>Questions that share a passage are one piece of evidence.</summary>
    public (string, string) Cluster => (Exam, Question.Cluster is { } shared ? "c" + shared : "q" + Question.Id);

    public DifferingQuestion Differing => new(
        Exam, Question.Id, Question.Stratum, Question.Key.ToString()!, Picked(FirstCells), Picked(SecondCells), First, Second);

    /// <summary>The questions that both have points on.</summary>
    public static List<QuestionPair> Of(Exam exam, ScoreSheet first, ScoreSheet second)
    {
        var pairs = new List<QuestionPair>();
        for (var at = 0; at < exam.Questions.Count; at++)
        {
            if (first.PointsOf(at) is var one && second.PointsOf(at) is var other && !float.IsNaN(one) && !float.IsNaN(other))
            {
                pairs.Add(new(exam.Id, exam.Questions[at], one, other, first.Of(at).ToArray(), second.Of(at).ToArray()));
            }
        }

        return pairs;
    }

    private static string Picked(SheetCell[] cells) => string.Join('/', cells.Select(cell =>
        cell.Letters != 0 ? ItemRows.Letters(cell.Letters) : cell.State.ToString().ToLowerInvariant()));
}
