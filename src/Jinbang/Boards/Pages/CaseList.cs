using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Boards.Pages;

/// <summary>The bad cases of a board's models.</summary>
internal static class CaseList
{
    private const int StemShown = 80;

    public static void Show(Html html, IReadOnlyList<ModelCases> models)
    {
        if (models.Count == 0)
        {
            return;
        }

        var (total, shown) = (models.Sum(model => model.Total), models.Sum(model => model.Shown.Count));
        using var list = html.In("details", ("class", "cases"));
        html.Add("summary", shown == total
            ? new Phrase($"Bad cases: {total}", $"问题作答：{total} 条")
            : new($"Bad cases: {shown} of {total} shown", $"问题作答：共 {total} 条，列出 {shown} 条"));
        foreach (var model in models)
        {
            Show(html, model);
        }
    }

    private static void Show(Html html, ModelCases model)
    {
        using var cases = html.In("details", ("class", "model"));
        using (html.In("summary"))
        {
            html.Add("b", Plain.Text(model.Model)).Text(" ");
            html.Add("span", Counts(model), ("class", "faint"));
        }

        foreach (var shown in model.Shown)
        {
            Show(html, shown);
        }
    }

    private static Phrase Counts(ModelCases model)
    {
        var left = model.Total - model.Shown.Count;
        return new(
            string.Join(" · ", model.Counts.Select(count => $"{count.Kind.English} {count.Count}")) + (left > 0 ? $" · {left} not shown" : ""),
            string.Join(" · ", model.Counts.Select(count => $"{count.Kind.Chinese} {count.Count}")) + (left > 0 ? $" · 未列出 {left}" : ""));
    }

    private static void Show(Html html, ShownCase shown)
    {
        using var one = html.In("details", ("class", "case"));
        using (html.In("summary"))
        {
            html.Add("span", shown.Kind, ("class", "tag bad")).Text(" ");
            html.Add("code", Plain.Text(shown.Question.Id)).Text(" ").Add("span", Begin(Plain.Text(shown.Question.Stem)), ("class", "stem"));
        }

        ShowQuestion(html, shown);
        ShowReply(html, shown);
    }

    private static void ShowQuestion(Html html, ShownCase shown)
    {
        if (shown.Question.Passage is { Length: > 0 } passage)
        {
            using (html.In("details"))
            {
                html.Add("summary", new Phrase("Passage", "材料"));
                ShowText(html, passage, "text");
            }
        }

        ShowText(html, shown.Question.Stem, "text");
        if (shown.Question.Options.Count > 0)
        {
            ShowOptions(html, shown);
            return;
        }

        using (html.In("p"))
        {
            html.Add("b", new Phrase("Key: ", "答案：")).Text(Visible.Text(shown.Question.Key.ToString() ?? ""));
        }
    }

    private static void ShowOptions(Html html, ShownCase shown)
    {
        var key = shown.Question.Key is LettersKey letters ? letters.Letters : "";
        var picked = shown.Grade?.Reading is { Kind: ReadingKind.Letter or ReadingKind.Letters } reading ? reading.Answer : "";
        using var list = html.In("ul", ("class", "options"));
        foreach (var option in shown.Question.Options)
        {
            var (isKey, isPicked) = (key.Contains(option.Letter), picked.Contains(option.Letter));
            using var item = html.In("li", ("class", isKey ? "key" : isPicked ? "picked" : null));
            html.Add("b", $"{option.Letter}. ").Text(Visible.Text(option.Text));
            if (isKey)
            {
                html.Text(" ").Add("span", new Phrase("✓ key", "✓ 答案"), ("class", "tag good"));
            }

            if (isPicked)
            {
                html.Text(" ").Add("span", new Phrase("read", "读作"), ("class", isKey ? "tag" : "tag bad"));
            }
        }
    }

    private static void ShowReply(Html html, ShownCase shown)
    {
        var reading = shown.Grade?.Reading;
        html.Add("h4", new Phrase("Reply", "回复"));
        if (shown.Reply.Error is { } error)
        {
            html.Add("p", Visible.Text(error), ("class", "faint"));
        }
        else if (shown.Reply.Text.Length == 0)
        {
            html.Add("p", new Phrase("(empty)", "（空）"), ("class", "faint"));
        }
        else
        {
            using (html.In("pre", ("tabindex", "0")))
            {
                Excerpt.Show(html, shown.Reply.Text, reading?.Start ?? 0, reading?.Length ?? 0);
            }
        }

        if (shown.Reply.Thinking is { Length: > 0 } thinking)
        {
            using (html.In("details"))
            {
                html.Add("summary", new Phrase($"Thinking ({thinking.Length} characters)", $"思考过程（{thinking.Length} 字符）"));
                ShowText(html, thinking, null);
            }
        }

        ShowReading(html, shown, reading);
    }

    private static void ShowReading(Html html, ShownCase shown, Reading? reading)
    {
        using (html.In("p", ("class", "faint")))
        {
            if (reading is not null)
            {
                html.Say(new("Read: ", "读作：")).Add("b", reading.Answer.Length > 0 ? Plain.Text(reading.Answer) : GradeWords.Code(reading.Kind));
                html.Say(new(" by the rule ", "，规则 ")).Add("code", Plain.Text(reading.Rule));
            }

            if (shown.Repeat > 0)
            {
                html.Say(new($" · repeat {shown.Repeat + 1}", $" · 第 {shown.Repeat + 1} 遍"));
            }
        }

        if (shown.Mark is { } mark)
        {
            html.Add("p", new Phrase(Plain.Text(mark.English), Plain.Text(mark.Chinese)), ("class", "mark"));
        }
    }

    private static void ShowText(Html html, string text, string? style)
    {
        using (html.In("pre", ("class", style), ("tabindex", "0")))
        {
            Excerpt.Show(html, text);
        }
    }

    private static string Begin(string stem) => stem.Length <= StemShown ? stem : stem[..StemShown].TrimEnd('\uD83D') + "…";
}
