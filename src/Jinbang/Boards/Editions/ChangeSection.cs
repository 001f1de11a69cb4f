using System.Globalization;
using Jinbang.Models;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Editions;

/// <summary>The section of a changelog on one edition, in Markdown. What people named models or exams stays text.</summary>
public static class ChangeSection
{
    private const int MostNamed = 40;
    private const int MostRows = 10;

    /// <summary>The section, from its heading on.</summary>
    /// <param name="diff">What changed.</param>
    /// <param name="language">The language.</param>
    public static string Of(EditionDiff diff, Language language)
    {
        var lines = Items(diff).Select(item => "- " + item.In(language)).ToList();
        if (diff.From is not null && lines.Count == 0)
        {
            lines.Add("- " + new Phrase("Nothing changed.", "没有变化。").In(language));
        }

        return string.Join('\n', [$"## {diff.To} ({Day(diff.Date)})", "", Opening(diff).In(language), "", .. lines]) + "\n";
    }

    private static Phrase Opening(EditionDiff diff)
    {
        var size = new Phrase($"{diff.Exams} exams, {diff.Questions} questions.", $"{diff.Exams} 份题库，{diff.Questions} 题。");
        if (diff.From is null)
        {
            return new($"The first edition. {size.English}", $"首次发布。{size.Chinese}");
        }

        var kind = diff.Kind switch
        {
            EditionKind.Major => new("a major edition: rules or weights changed", "大版本：规则或权重有变"),
            EditionKind.Minor when diff.NewDomains.Any() => new("a minor edition: a new domain", "小版本：新增领域"),
            EditionKind.Minor => new Phrase("a minor edition: more than 10 % new questions", "小版本：新题超过 10%"),
            EditionKind.Patch or null => new("a patch: models and fixes", "修订：模型增减与修正"),
        };
        return new(
            $"Compared with {diff.From}; by what changed, {kind.English}. {size.English}", $"与 {diff.From} 相比；按改动属于{kind.Chinese}。{size.Chinese}");
    }

    private static IEnumerable<Phrase> Items(EditionDiff diff)
    {
        Phrase?[] items =
        [
            Listed("New models", "新增模型", diff.NewModels),
            Listed("Retired models", "移除模型", diff.RetiredModels),
            Boards("New boards", "新增榜单", diff, BoardFate.New),
            Boards("Retired boards", "移除榜单", diff, BoardFate.Retired),
            Boards("Changed questions, so that scores before and after do not compare", "题目有变，前后分数不可比", diff, BoardFate.Changed),
        ];
        return [.. diff.Framework.Select(On), .. items.OfType<Phrase>(), .. diff.Boards.SelectMany(board => On(board, diff)), .. diff.Prices.Select(On)];
    }

    private static IEnumerable<Phrase> On(BoardDiff board, EditionDiff diff)
    {
        // Models that are on no board at all were named above.
        Phrase?[] items =
        [
            Listed("new", "新增", [.. board.NewModels.Except(diff.NewModels)]),
            Listed("no longer there", "移除", [.. board.RetiredModels.Except(diff.RetiredModels)]),
            Rows("same replies, other grades", "作答未变、重新评分", board, row => row.Cause == RowCause.Regraded),
            Rows("other or more replies", "重考或补考", board, row => row.Cause == RowCause.Asked),
            Rows("other figures", "数字有变", board, row => row.Cause == RowCause.Unknown),
            Rows("moved beyond ties, with the same figures", "名次变动超出并列范围（自身数字未变）", board, row => row.Cause == RowCause.Others),
        ];
        var title = MarkdownText.Escape(board.Title);
        return items.OfType<Phrase>().Select(item => new Phrase($"{title}: {item.English}", $"{title}：{item.Chinese}"));
    }

    private static Phrase? Rows(string english, string chinese, BoardDiff board, Func<RowDiff, bool> isMeant)
    {
        var rows = board.Rows.Where(isMeant).ToList();
        var (more, further) = rows.Count > MostRows ? ($"; and {rows.Count - MostRows} more", $"；另有 {rows.Count - MostRows} 个") : ("", "");
        return rows.Count == 0 ? null : new(
            $"{english}: {string.Join("; ", rows.Take(MostRows).Select(row => Row(row, "rank")))}{more}",
            $"{chinese}：{string.Join("；", rows.Take(MostRows).Select(row => Row(row, "名次")))}{further}");
    }

    private static string Row(RowDiff row, string rank)
    {
        var accuracy = row.HasOtherAccuracy ? $" {Share(row.AccuracyBefore)} → {Share(row.AccuracyAfter)}" : "";
        var ranks = row.HasMoved ? $" ({rank} {Range(row.RanksBefore)} → {Range(row.RanksAfter)})" : "";
        return MarkdownText.Escape(row.Model) + accuracy + ranks;
    }

    private static Phrase? Boards(string english, string chinese, EditionDiff diff, BoardFate fate)
    {
        // Questions are those of exams; boards made of others only follow.
        var boards = diff.Boards.Where(board => board.Fate == fate && !(fate == BoardFate.Changed && board.IsRollUp)).ToList();
        return boards.Count == 0 ? null : new(
            $"{english}: {string.Join(", ", boards.Select(board => MarkdownText.Escape(board.Title) + Questions(board, " questions")))}",
            $"{chinese}：{string.Join("、", boards.Select(board => MarkdownText.Escape(board.Title) + Questions(board, " 题")))}");
    }

    private static string Questions(BoardDiff board, string unit) => board switch
    {
        { QuestionsBefore: 0, QuestionsAfter: 0 } => "",
        { Fate: BoardFate.Changed } => $" ({board.QuestionsBefore} → {board.QuestionsAfter}{unit})",
        _ => $" ({Math.Max(board.QuestionsBefore, board.QuestionsAfter)}{unit})",
    };

    private static Phrase? Listed(string english, string chinese, IReadOnlyList<string> names)
    {
        var rest = names.Count - MostNamed;
        var named = names.Take(MostNamed).Select(MarkdownText.Escape).ToList();
        return names.Count == 0 ? null : new(
            $"{english}: {string.Join(", ", named)}{(rest > 0 ? $", and {rest} more" : "")}", $"{chinese}：{string.Join("、", named)}{(rest > 0 ? $"，另有 {rest} 个" : "")}");
    }

    private static Phrase On(FrameworkDiff rule)
    {
        var said = MarkdownText.Escape($"{rule.Item}: {rule.Before} → {rule.After}");
        return new($"Rule or weight of {said}", $"规则或权重 {said}");
    }

    private static Phrase On(PriceDiff price)
    {
        var name = MarkdownText.Escape(price.Host is null ? price.Model : $"{price.Model} ({price.Host})");
        return new(
            $"Price of {name}: {Figures(price.Before, "unknown")} → {Figures(price.After, "unknown")}",
            $"{name} 价格：{Figures(price.Before, "未知")} → {Figures(price.After, "未知")}");
    }

    private static string Figures(Price? price, string unknown) => price is null ? unknown : MarkdownText.Escape(string.Create(
        CultureInfo.InvariantCulture,
        $"{price.InputPerMillion:0.######}/{(price.CachedInputPerMillion is { } cached ? $"{cached:0.######}/" : "")}{price.OutputPerMillion:0.######} {price.Currency} ({Day(price.Date)})"));

    private static string Share(double? share) => share is { } known ? Jinbang.Boards.Figures.Percent(known) : Jinbang.Boards.Figures.None;

    private static string Range(RankSpan range) => range.ToString();

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
