using System.Text.Json;

namespace Jinbang.Web.Runs;

/// <summary>What somebody wants asked.</summary>
/// <param name="Exams">The names of the exams, as <see cref="Workspaces.ExamEntry.Name"/> has them.</param>
/// <param name="Models">The names of the models.</param>
/// <param name="Budget">Most yuan for all together, what was spent before on the same attempts included.</param>
public sealed record RunOrder(IReadOnlyList<string> Exams, IReadOnlyList<string> Models, decimal Budget)
{
    /// <summary>The most times that a question can be asked.</summary>
    public const int MostRepeats = 100;

    /// <summary>The names of the judges; empty for the workspace's.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>How often each question is asked.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>How many questions of each exam are asked; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether it is begun although it is likely to cost more than the budget, to stop when that is spent.</summary>
    public bool SpendUpToBudget { get; init; }

    /// <summary>Whether models are asked whose price is unknown, so that the budget does not hold for them.</summary>
    public bool AllowUnknownPrice { get; init; }

    /// <summary>The same for the same order: 16 hexadecimal digits.</summary>
    public string Hash() => Fingerprint.Of(JsonSerializer.Serialize(this));

    /// <summary>Refuses an order that nobody could carry out.</summary>
    /// <exception cref="BadInputException">Something is missing or out of bounds.</exception>
    public void Check()
    {
        Refuse(Exams.Count == 0, "Choose an exam.", "请选择题库。");
        Refuse(Models.Count == 0, "Choose a model.", "请选择模型。");
        Refuse(Exams.Concat(Models).Concat(Judges).Any(string.IsNullOrWhiteSpace), "A name is empty.", "有一个名称是空的。");
        Refuse(Budget <= 0, "Give a budget: the most yuan that may be spent, above 0.", "请给出预算：最多花费多少元，须大于 0。");
        Refuse(Repeats is < 1 or > MostRepeats, $"A question is asked 1 to {MostRepeats} times.", $"每题问 1 至 {MostRepeats} 遍。");
        Refuse(Limit < 1, "Ask at least one question of each exam.", "每套题至少问一题。");
    }

    private static void Refuse(bool isWrong, string english, string chinese)
    {
        if (isWrong)
        {
            throw new BadInputException(new(english, chinese));
        }
    }
}
