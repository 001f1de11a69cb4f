using Jinbang.Boards.Pages;

namespace Jinbang.Boards.Sites;

/// <summary>What changed from edition to edition.</summary>
internal static class ChangelogPage
{
    private static readonly Phrase Title = new("Editions", "各版变化");

    public static string Of(Site site, string changelog) => PageFrame.Around(site.Language, Title, "index.html", html =>
    {
        html.Add("h1", Title);
        html.Add("pre", Visible.Text(changelog), ("class", "text"));
    });
}
