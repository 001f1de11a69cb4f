using System.Globalization;
using Jinbang.Boards.Taxonomies;

namespace Jinbang.Boards.Rollups;

/// <summary>What a reader must know of a roll-up besides its figures.</summary>
/// <param name="grid">What every model has on every exam.</param>
/// <param name="combination">Combines it.</param>
/// <param name="settings">How roll-ups are made.</param>
internal sealed class RollupRemarks(ScoreGrid grid, Combination combination, RollupSettings settings)
{
    private const int MostNamed = 8;

    /// <summary>The rule, what one question weighs, what is missing, estimated, stood in for, left out, and mixed.</summary>
    /// <param name="group">What the board is about.</param>
    /// <param name="models">Its models, in the order of their ranks.</param>
    public IEnumerable<Phrase> On(Branch group, IReadOnlyList<int> models) =>
    [
        Rule(group), .. Inherited(group), .. Absent(group), .. settings.Rules is RollupRules.Seed ? [SeedRules] : Array.Empty<Phrase>(), .. Questions(group, models), .. Missing(group, models),
        .. Estimated(group, models), .. StoodIn(group, models), .. Excluded(group), .. Versions(group), .. Twice(group),
    ];

    private static Phrase Rule(Branch group) => group.Node!.Rule switch
    {
        CombinationRule.Mean => new(
            $"Rule: the unweighted mean of {Listed(group, part => part.Name.English, ", ")}",
            $"规则：{Listed(group, part => part.Name.Chinese, "、")} 的不加权平均"),
        CombinationRule.Weights => new(
            $"Rule: the mean by weights of {Listed(group, part => $"{part.Name.English} ({Number(part.Weight)})", ", ")}",
            $"规则：{Listed(group, part => $"{part.Name.Chinese}（{Number(part.Weight)}）", "、")} 的加权平均"),
        CombinationRule.Pooled => new(
            $"Rule: all questions of {Listed(group, part => part.Name.English, ", ")} count alike",
            $"规则：{Listed(group, part => part.Name.Chinese, "、")} 的全部题目等权合并"),
    };

    /// <summary>What must be known of its exams' own boards; published pages keep what they say.</summary>
    private IEnumerable<Phrase> Inherited(Branch group) =>
        group.Leaves.Select(leaf => grid.Exams[leaf]).Where(exam => exam.PublishedPage is null).SelectMany(exam => exam.Notes).Distinct().Take(MostNamed);

    /// <summary>Parts that the taxonomy names and nobody was examined in.</summary>
    private static IEnumerable<Phrase> Absent(Branch group)
    {
        var absent = group.Node!.Parts.Where(part => group.Parts.All(found => found.Node != part)).Select(part => part.Name).ToList();
        return absent.Count == 0 ? [] :
        [
            new(
                $"No part of it, since there are no results: {Named(absent.Select(name => name.English))}",
                $"没有结果、因而未计入的部分：{Named(absent.Select(name => name.Chinese))}"),
        ];
    }

    private static string Listed(Branch group, Func<Branch, string> name, string comma) =>
        string.Join(comma, group.Parts.Take(MostNamed).Select(name)) + (group.Parts.Count > MostNamed ? $" … ({group.Parts.Count})" : "");

    private static Phrase SeedRules => new(
        "Rule set seed: no score counts as 0; time, tokens and cost are unweighted means of the parts that have any, and given only where all of these have them",
        "规则集 seed：没有得分按 0 计；耗时、token、花费对有此数据的各部分取不加权平均，且仅在这些部分都有时给出");

    private IEnumerable<Phrase> Questions(Branch group, IReadOnlyList<int> models)
    {
        var whole = models.FirstOrDefault(model => group.Leaves.All(leaf => grid.At(leaf, model).State is not ScoreState.Excluded), models.FirstOrDefault(-1));
        if (whole < 0 || QuestionWeight.Of(grid.Exams, combination.Shares(group, whole)) is not { Count: > 0 } weights)
        {
            yield break;
        }

        var (most, least) = (weights[0], weights[^1]);
        yield return Points(most) == Points(least)
            ? new($"One question moves the score by {Points(most)} points", $"一道题使得分变动 {Points(most)} 个百分点")
            : new(
                $"One question of {NameOf(most.Exam)} moves the score by {Points(most)} points, one of {NameOf(least.Exam)} by {Points(least)}",
                $"{NameOf(most.Exam)} 的一道题使得分变动 {Points(most)} 个百分点，{NameOf(least.Exam)} 的一道题变动 {Points(least)} 个百分点");
    }

    private IEnumerable<Phrase> Missing(Branch group, IReadOnlyList<int> models)
    {
        var partial = models.Where(model => group.Leaves.Any(leaf => grid.At(leaf, model).State is ScoreState.Unmeasured)).ToList();
        if (partial.Count == 0)
        {
            yield break;
        }

        var names = Named(partial.Select(model => $"{grid.Models[model].Model} ({group.Leaves.Count(leaf => grid.At(leaf, model).State is ScoreState.Measured)}/{group.Leaves.Count})"));
        yield return settings.Rules switch
        {
            RollupRules.Open => new(
                $"Without scores on some exams, and so without a total and a rank, below the complete ones: {names}",
                $"部分考试没有得分，因而没有总分和名次，列在完整的模型之后：{names}"),
            RollupRules.Seed => new($"Without scores on some exams, which count as 0: {names}", $"部分考试没有得分、按 0 计的：{names}"),
        };
    }

    private IEnumerable<Phrase> Estimated(Branch group, IReadOnlyList<int> models)
    {
        var fitted = models.Where(model => group.Leaves.Any(leaf => grid.At(leaf, model).State is ScoreState.Estimated)).ToList();
        return fitted.Count == 0 ? [] :
        [
            new(
                $"≈ rests in part on estimates: scores fitted from the model's other exams and from other models on the exam, with intervals to match: {Named(fitted.Select(model => grid.Models[model].Model))}",
                $"≈ 部分为估计：缺失的得分由该模型的其他考试和其他模型在该考试的得分拟合，区间已计入拟合误差：{Named(fitted.Select(model => grid.Models[model].Model))}"),
        ];
    }

    private IEnumerable<Phrase> StoodIn(Branch group, IReadOnlyList<int> models)
    {
        foreach (var part in group.All.Where(part => part.Node?.StandIn is not null))
        {
            var made = models.Where(model => combination.StandsIn(part, model) is not null).ToList();
            if (made.Count > 0)
            {
                var standIn = part.Node!.StandIn!;
                var names = Named(made.Select(model => grid.Models[model].Model));
                var of = combination.StandsIn(part, made[0])!;
                yield return new(
                    $"{part.Name.English} was never measured and is {Number(standIn.Factor)} × the mean of {string.Join(", ", of.Select(other => other.Name.English))} for: {names}",
                    $"{part.Name.Chinese} 未测，以 {Number(standIn.Factor)} ×（{string.Join("、", of.Select(other => other.Name.Chinese))} 的平均）代替：{names}");
            }
        }
    }

    private IEnumerable<Phrase> Excluded(Branch group) => group.Leaves.SelectMany(grid.ExclusionsOf).Distinct()
        .Select(exclusion => (exclusion.Reason, What: string.Join(" · ", new[] { exclusion.Model, exclusion.Exam, exclusion.Stratum }.OfType<string>())))
        .Select(left => new Phrase($"Excluded: {left.What} ({left.Reason})", $"不计入：{left.What}（{left.Reason}）"));

    private IEnumerable<Phrase> Versions(Branch group) => group.Leaves.Select(leaf => grid.Exams[leaf])
        .Where(exam => exam.Rows.Select(row => row.ExamVersion).Append(exam.ExamVersion).OfType<string>().Distinct().Skip(1).Any())
        .Select(exam => new Phrase(
            $"{NameOf(exam)}: models were asked different versions of it ({Counts(exam)})",
            $"{NameOf(exam)}：各模型所答的题库版本不同（{Counts(exam)}）"));

    private IEnumerable<Phrase> Twice(Branch group) => group.Leaves.Select(leaf => grid.Exams[leaf])
        .Where(exam => exam.Rows.CountBy(ScoreGrid.KeyOf).Any(rows => rows.Value > 1))
        .Select(exam => new Phrase(
            $"{NameOf(exam)}: several published figures of one model; the last imported counts",
            $"{NameOf(exam)}：同一模型有多份公布数据，以最后导入的为准"));

    private static string Counts(Board exam) => string.Join(", ", exam.Rows.Select(row => row.ExamVersion).OfType<string>()
        .CountBy(version => version).OrderByDescending(version => version.Value).Select(version => $"{version.Key}: {version.Value}"));

    /// <summary>What the stability of ranks means, for boards that show it.</summary>
    public static Phrase Stability => new(
        $"Stable rank: the ranks (5th to 95th of 100) and the share of draws with the same rank when the parts' weights are drawn around what they are (Dirichlet, {Number(RollupRanks.Concentration)} for each part)",
        $"名次稳定性：各部分的权重围绕现值随机变动时（Dirichlet，每部分 {Number(RollupRanks.Concentration)}）的名次范围（5%～95%）与名次不变的比例");

    private static string NameOf(Board exam) => exam.Stratum is { } stratum ? $"{exam.Title} · {stratum}" : exam.Title;

    private static string Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? $" … ({all.Count})" : "");
    }

    private static string Points(QuestionWeight weight) => weight.Points.ToString(weight.Points < 0.1 ? "0.####" : "0.###", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
