namespace Jinbang.Boards;

/// <summary>Asks where a perfect score comes from when mere ability hardly explains it.</summary>
public static class PerfectRemark
{
    private const double Hardly = 0.001;

    /// <summary>A sentence for each row that is right on every question although a model as good as the best of the others
    /// would manage that less than once in a thousand exams (its accuracy to the power of the number of questions, taking
    /// them as independent). Twenty questions, which many models get right, raise none.</summary>
    public static IEnumerable<Phrase> On(Board board) => On([.. board.Rows.Select(row => (row.Model, row.Accuracy, QuestionsOf(row, board)))]);

    /// <summary>The same of models with their accuracies and the number of questions that these are over.</summary>
    public static IEnumerable<Phrase> On(IReadOnlyCollection<(string Model, double? Accuracy, int Questions)> models) =>
        models.Select(model => model.Accuracy).Where(share => share is > 0 and < 1).Max() is { } best
            ? models.Where(model => model is { Accuracy: 1, Questions: > 0 } && Math.Pow(best, model.Questions) < Hardly)
                .Select(model => On(model.Model, model.Questions, best))
            : [];

    private static Phrase On(string model, int questions, double best) => new(
        $"{model}: right on all {questions} questions, while the next best has {Figures.Percent(best)}: were questions with their keys in its training data, or are the keys its own answers?",
        $"{model}：{questions} 题全对，而次优模型为 {Figures.Percent(best)}：题目和答案是否在其训练数据中，或答案就出自该模型？");

    private static int QuestionsOf(BoardRow row, Board board) => row.Coverage is { } coverage ? coverage.Graded / (row.Repeats?.Planned ?? 1) : board.Questions;
}
