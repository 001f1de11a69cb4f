namespace Jinbang.Boards.Rollups;

/// <summary>How far one question of an exam moves a roll-up.</summary>
/// <param name="Exam">The exam's board.</param>
/// <param name="Points">Percentage points that the roll-up moves when one question is right instead of wrong.</param>
internal readonly record struct QuestionWeight(Board Exam, double Points)
{
    /// <summary>The weights of all exams whose questions are counted, the greatest first.</summary>
    public static List<QuestionWeight> Of(IReadOnlyList<Board> exams, ReadOnlySpan<double> shares)
    {
        var weights = new List<QuestionWeight>();
        for (var leaf = 0; leaf < exams.Count; leaf++)
        {
            if (shares[leaf] > 0 && QuestionsOf(exams[leaf]) is > 0 and var questions)
            {
                weights.Add(new(exams[leaf], 100 * shares[leaf] / questions));
            }
        }

        return [.. weights.OrderByDescending(weight => weight.Points)];
    }

    /// <summary>An exam's questions; those that the best covered model was asked where the board does not tell; 0 when unknown.</summary>
    public static int QuestionsOf(Board exam) =>
        exam.Questions > 0 ? exam.Questions : exam.Rows.Select(row => row.Coverage?.Planned ?? 0).DefaultIfEmpty().Max();
}
