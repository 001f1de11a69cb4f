namespace Jinbang.Runs.Planning;

/// <summary>What runs are going to take, before anything is asked.</summary>
/// <param name="Lines">One line for each model and judge of each exam.</param>
public sealed record RunPlan(IReadOnlyList<PlanLine> Lines)
{
    /// <summary>One line for each model and judge, over all exams; of what its exams' figures rest on, the worst.</summary>
    public IReadOnlyList<PlanLine> ByModel =>
        [.. Lines.GroupBy(line => (line.Model, line.IsJudge)).OrderBy(same => same.Key.IsJudge).Select(same => same.Aggregate(Sum) with { Exam = null })];

    /// <summary>Models that are to be asked something, but whose price is unknown.</summary>
    public IReadOnlyList<string> Unpriced => [.. Lines.Where(line => line.Yuan is null).Select(line => line.Model).Distinct()];

    /// <summary>Yuan of all models and judges whose price is known.</summary>
    public Estimate Yuan => Lines.Select(line => line.Yuan ?? default).Aggregate(default(Estimate), (sum, yuan) => sum + yuan);

    /// <summary>Minutes of all whose time is known: exams one after the other, the models of an exam at once.</summary>
    public Estimate Minutes =>
        Lines.GroupBy(line => line.Exam).Select(MinutesOf).Aggregate(default(Estimate), (sum, minutes) => sum + minutes);

    /// <summary>Yuan of one model's calls, as examinee and as judge.</summary>
    public Estimate YuanOf(string model) =>
        Lines.Where(line => line.Model == model).Select(line => line.Yuan ?? default).Aggregate(default(Estimate), (sum, yuan) => sum + yuan);

    private static PlanLine Sum(PlanLine one, PlanLine other) => one with
    {
        Calls = one.Calls + other.Calls,
        Answered = one.Answered + other.Answered,
        PromptTokens = one.PromptTokens + other.PromptTokens,
        CompletionTokens = one.CompletionTokens + other.CompletionTokens,
        Yuan = one.Yuan + other.Yuan,
        Minutes = one.Minutes + other.Minutes,
        PromptBasis = (Basis)Math.Max((int)one.PromptBasis, (int)other.PromptBasis),
        ReplyBasis = (Basis)Math.Max((int)one.ReplyBasis, (int)other.ReplyBasis),
    };

    // Judges work while models do; at the worst they begin when the models have ended.
    private static Estimate MinutesOf(IEnumerable<PlanLine> exam)
    {
        var (models, judges) = (Longest(exam.Where(line => !line.IsJudge)), Longest(exam.Where(line => line.IsJudge)));
        return Estimate.Max(models, judges) with { High = models.High + judges.High };
    }

    private static Estimate Longest(IEnumerable<PlanLine> lines) =>
        lines.Select(line => line.Minutes ?? default).Aggregate(default(Estimate), Estimate.Max);
}
