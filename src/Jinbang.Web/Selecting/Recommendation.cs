using System.Globalization;
using Jinbang.Web.Layout;

namespace Jinbang.Web.Selecting;

/// <summary>Which model to take, in plain words, with what is uncertain about it.</summary>
/// <param name="Headline">The recommendation.</param>
/// <param name="Remarks">What must be known about it.</param>
/// <param name="Model">The model that is recommended; null when none can be.</param>
public sealed record Recommendation(Phrase Headline, IReadOnlyList<Phrase> Remarks, string? Model)
{
    private const double Enough = 0.95;
    private const double MuchFaster = 2;

    // Points that somebody would pay for, were they certain.
    private const double MuchBetter = 5;
    private const long MostQuestionsTold = 100_000;

    /// <summary>Recommends one of some models.</summary>
    /// <param name="ranked">The models with graded replies, the best first, in the order of the board.</param>
    /// <param name="unheard">Models without a graded reply.</param>
    /// <param name="duel">Compares the first with another.</param>
    /// <param name="questions">Questions of the set.</param>
    /// <param name="canTell">Whether so many questions can tell any two models apart.</param>
    internal static Recommendation Of(
        IReadOnlyList<Contestant> ranked, IReadOnlyList<string> unheard, Func<Contestant, Duel?> duel, int questions, bool canTell)
    {
        if (ranked.Count == 0)
        {
            return new(new("No model has a graded reply yet: nothing can be said.", "还没有模型得到评分，无从比较。"), [.. Silent(unheard)], null);
        }

        var first = ranked[0];
        var tied = ranked.Where(model => model == first || model.IsTied).ToList();
        var taken = tied.Where(model => model.Cost is not null).MinBy(model => model.Cost) ?? first;
        var isContest = ranked.Count > 1;
        var headline = (isContest, canTell, tied.Count) switch
        {
            (false, _, _) => Alone(first),
            (_, false, _) => TooFew(questions),
            (_, _, 1) => Clear(first, ranked[1], duel(ranked[1])),
            _ => Tie(tied, taken, tied.Count == ranked.Count),
        };
        return new(headline, [.. canTell ? RemarksOn(ranked, tied, taken, duel) : [], .. Gaps(ranked), .. Silent(unheard)], canTell && isContest ? taken.Name : null);
    }

    private static IEnumerable<Phrase> RemarksOn(IReadOnlyList<Contestant> ranked, List<Contestant> tied, Contestant taken, Func<Contestant, Duel?> duel)
    {
        var first = ranked[0];
        if (tied.Count == 1 && Cheaper(first, ranked) is { } cheap)
        {
            yield return new(
                $"{cheap.Name} {CostWords.Of(cheap.Cost, first.Cost)!.Value.English} and has {Numbers.Percent(cheap.Accuracy)}: take it if that is good enough.",
                $"{cheap.Name} {CostWords.Of(cheap.Cost, first.Cost)!.Value.Chinese}，准确率 {Numbers.Percent(cheap.Accuracy)}：若够用，可选它。");
        }

        var other = tied.Count > 1 ? (taken == first ? tied[1] : taken) : null;
        if (other is not null && duel(other) is { Low: { } low, High: { } high } found)
        {
            var (english, chinese) = found.MoreQuestions is > 0 and < MostQuestionsTold and var more
                ? ($" About {more} more such questions would tell them apart, if they differ as they do here.", $"若差距确如目前所见，约再加 {more} 道同类题才能分出高下。") : ("", "");
            yield return new(
                $"In truth {first.Name} may be up to {Figure(-low)} points worse or {Figure(high)} points better than {other.Name}.{english}",
                $"实际上 {first.Name} 与 {other.Name} 相比，可能低至多 {Figure(-low)} 个百分点，也可能高至多 {Figure(high)} 个百分点。{chinese}");
        }

        var fast = tied.Where(model => model != taken && model.Seconds * MuchFaster <= taken.Seconds).MinBy(model => model.Seconds);
        if (fast is { Seconds: { } quick } && taken.Seconds is { } slow)
        {
            yield return new($"{fast.Name} answers faster: {Time(quick)} s against {Time(slow)} s.", $"{fast.Name} 更快：{Time(quick)} 秒，对 {Time(slow)} 秒。");
        }

        var unpriced = ranked.Where(model => model.Cost is null).Select(model => model.Name).ToList();
        if (unpriced.Count > 0)
        {
            yield return new(
                $"What {string.Join(", ", unpriced)} cost{(unpriced.Count == 1 ? "s" : "")} is unknown, and so not weighed.", $"{string.Join("、", unpriced)} 的花费未知，未作比较。");
        }
    }

    private static Contestant? Cheaper(Contestant first, IReadOnlyList<Contestant> ranked) =>
        ranked.Skip(1).Where(model => model.Cost is not null && CostWords.IsMuchLess(model.Cost, first.Cost)).MaxBy(model => model.Accuracy);

    private static Phrase Alone(Contestant only) => new(
        $"Only {only.Name} was examined ({Numbers.Percent(only.Accuracy)}): there is nothing to compare it with.", $"只考了 {only.Name}（{Numbers.Percent(only.Accuracy)}），没有可比的对象。");

    private static Phrase TooFew(int questions) => new(
        $"{questions} questions are too few to recommend any: no difference between two models would mean anything. Read the replies instead, or add questions.",
        $"只有 {questions} 题，太少，无法推荐：任何差距都可能出于偶然。请直接看作答，或增加题目。");

    private static Phrase Clear(Contestant first, Contestant next, Duel? duel)
    {
        var (english, chinese) = duel is { Low: { } low, High: { } high } ? ($" ({Figure(low)} to {Figure(high)})", $"（{Figure(low)} 至 {Figure(high)}）") : ("", "");
        var points = Figure(duel?.Points ?? (first.Accuracy - next.Accuracy) * 100);
        return new(
            $"Take {first.Name}: with {Numbers.Percent(first.Accuracy)} it is the best on this set, {points} points{english} ahead of the next, {next.Name}.",
            $"推荐 {first.Name}：准确率 {Numbers.Percent(first.Accuracy)}，为本测试集最佳，领先第二名 {next.Name} {points} 个百分点{chinese}。");
    }

    private static Phrase Tie(List<Contestant> tied, Contestant taken, bool isAll)
    {
        var first = tied[0];
        var (english, chinese) = (Names(tied, ", ", " and "), Names(tied, "、", " 和 "));
        var tie = isAll && tied.Count > 2
            ? new Phrase($"None of the {tied.Count} models can be told apart from the best by this set ({english})", $"这套题无法区分这 {tied.Count} 个模型的高下（{chinese}）")
            : new Phrase($"{english} cannot be told apart", $"{chinese} 无法区分高下");
        var why = taken == first
            ? tied.Exists(model => model != first && model.Cost is not null) && first.Cost is not null
                ? new Phrase($"; {first.Name} is no dearer than the others.", $"；{first.Name} 也不比其他更贵。") : new Phrase(".", "。")
            : CostWords.Of(taken.Cost, first.Cost) is { } price
                ? new($"; {taken.Name} {price.English}.", $"；{taken.Name} {price.Chinese}。") : new($"; {taken.Name} is the cheapest whose price is known.", $"；已知价格的以 {taken.Name} 最便宜。");
        var advice = (first.Accuracy - taken.Accuracy) * 100 is >= MuchBetter and var gap
            ? new Phrase(
                $"Take {taken.Name} for its price, or {first.Name} for its {Figure(gap)} points more, which this set cannot prove.",
                $"看重价格选 {taken.Name}；{first.Name} 高出 {Figure(gap)} 个百分点，但这套题还证实不了。")
            : new Phrase($"Take {taken.Name}.", $"推荐 {taken.Name}。");
        return new($"{tie.English}{why.English} {advice.English}", $"{tie.Chinese}{why.Chinese}{advice.Chinese}");
    }

    private static IEnumerable<Phrase> Gaps(IReadOnlyList<Contestant> ranked) => ranked
        .Where(model => model.Graded < model.Planned * Enough)
        .Select(model => new Phrase(
            $"{model.Name} has graded replies to {model.Graded} of {model.Planned} attempts only: its score says nothing of the others.",
            $"{model.Name} 的 {model.Planned} 次作答中只有 {model.Graded} 次有评分，其余不在成绩之内。"));

    private static IEnumerable<Phrase> Silent(IReadOnlyList<string> unheard) => unheard.Count == 0 ? [] : [new(
        $"No graded reply: {string.Join(", ", unheard)}.", $"没有评分的作答：{string.Join("、", unheard)}。")];

    private static string Names(List<Contestant> models, string comma, string and)
    {
        var names = models.Select(model => $"{model.Name} ({Numbers.Percent(model.Accuracy)})").ToList();
        return names.Count == 1 ? names[0] : string.Join(comma, names[..^1]) + and + names[^1];
    }

    private static string Figure(double points) => points.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Time(double seconds) => seconds.ToString(seconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
