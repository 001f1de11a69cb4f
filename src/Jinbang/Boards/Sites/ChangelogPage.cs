using Jinbang.Boards.Pages;

namespace Jinbang.Boards.Sites;

/// <summary>What changed from edition to edition.</summary>
internal static class ChangelogPage
{
    private static readonly Phrase Title = new("Changes of the boards", "榜单更新记录");

    public static string Of(Site site, Phrase changelog) => PageFrame.Around(site.Language, Title, "index.html", html =>
    {
        html.Add("h1", Title);
        foreach (var language in Enum.GetValues<Language>())
        {
            using (html.In("div", ("class", language.Code())))
            {
                Show(html, changelog.In(language).ReplaceLineEndings("\n").Split('\n'));
            }
        }
    });

    /// <summary>The few forms that changelogs are made of; everything else is a paragraph.</summary>
    private static void Show(Html html, IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)))
        {
            var (element, text) = line switch
            {
                ['#', '#', ' ', .. var heading] => ("h2", heading),
                ['-', ' ', .. var item] => ("li", item),
                _ => ("p", line),
            };
            html.Add(element, Plain.Text(MarkdownText.Unescape(text)), ("class", "log"));
        }
    }
}
