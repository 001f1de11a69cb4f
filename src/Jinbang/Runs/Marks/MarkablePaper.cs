using Jinbang.Exams;

namespace Jinbang.Runs.Marks;

/// <summary>An exam of which replies are to be found by model and question; sittings are read once.</summary>
internal sealed class MarkablePaper(Ledger ledger, Exam exam)
{
    private readonly Paper paper = Paper.Of(exam);
    private readonly Dictionary<string, int> places = Enumerable.Range(0, exam.Questions.Count).ToDictionary(place => Paper.Of(exam)[place].Id);
    private Dictionary<string, SittingEntry>? sittings;

    public Exam Exam { get; } = exam;

    public bool Has(string question) => places.ContainsKey(question);

    /// <summary>The model's latest sitting, or null.</summary>
    public async Task<SittingEntry?> SittingAsync(string model, CancellationToken cancellationToken) =>
        (await SittingsAsync(cancellationToken)).GetValueOrDefault(model);

    /// <summary>The attempt that an order means.</summary>
    /// <exception cref="BadInputException">There is no such repeat.</exception>
    public Attempt Attempt(SittingEntry sitting, MarkOrder order) => order.Repeat < sitting.Repeats
        ? new AttemptPlan(sitting.Key, paper, sitting.Repeats)[order.Repeat * paper.Count + places[order.Question]]
        : throw order.Bad(new(
            $"{order.Model} was asked each question {sitting.Repeats} times; there is no repeat {order.Repeat + 1}.",
            $"{order.Model} 每题问了 {sitting.Repeats} 遍，没有第 {order.Repeat + 1} 遍。"));

    /// <summary>Says that no exam has a question, and which may be meant.</summary>
    public static Phrase Unknown(string question, IReadOnlyList<MarkablePaper> papers) =>
        Spelling.Nearest(question, papers.SelectMany(paper => paper.places.Keys)) is { } meant
            ? new($"there is no question {question}. Did you mean {meant}?", $"没有题目 {question}。是否想写 {meant}？")
            : new($"there is no question {question} in {Names(papers, ", ")}.", $"{Names(papers, "、")} 中没有题目 {question}。");

    /// <summary>Says that a model has sat none of the exams, and which has.</summary>
    public static async Task<Phrase> NotSatAsync(string model, IReadOnlyList<MarkablePaper> papers, CancellationToken cancellationToken)
    {
        var known = new List<string>();
        foreach (var paper in papers)
        {
            known.AddRange((await paper.SittingsAsync(cancellationToken)).Keys);
        }

        return Spelling.Nearest(model, known) is { } meant
            ? new($"{model} has not sat {Names(papers, ", ")}. Did you mean {meant}?", $"{model} 没有考过 {Names(papers, "、")}。是否想写 {meant}？")
            : new($"{model} has not sat {Names(papers, ", ")}.", $"{model} 没有考过 {Names(papers, "、")}。");
    }

    private static string Names(IEnumerable<MarkablePaper> papers, string separator) => string.Join(separator, papers.Select(paper => paper.Exam.Id).Distinct());

    private async Task<Dictionary<string, SittingEntry>> SittingsAsync(CancellationToken cancellationToken) =>
        sittings ??= (await ledger.SittingsAsync(Exam.Id, Exam.Language, cancellationToken)).ToDictionary(sitting => sitting.Model.Name);
}
