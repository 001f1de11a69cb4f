namespace Jinbang.Boards.Pages;

/// <summary>What every page has around its content.</summary>
internal static class PageFrame
{
    /// <summary>The whole page.</summary>
    /// <param name="language">The language that is shown at first.</param>
    /// <param name="title">Its title.</param>
    /// <param name="home">The address of the site's first page; null for a page that stands alone.</param>
    /// <param name="write">Writes the content.</param>
    public static string Around(Language language, Phrase title, string? home, Action<Html> write)
    {
        var html = new Html(language);
        html.Own("<!DOCTYPE html>\n");
        using (html.In("html", ("lang", language == Language.Chinese ? "zh-Hans" : "en"), ("data-language", language.Code())))
        {
            ShowHead(html, title);
            using (html.In("body"))
            {
                html.Add("a", new Phrase("Skip to the content", "跳到正文"), ("class", "skip"), ("href", "#content"));
                ShowBanner(html, home);
                using (html.In("main", ("id", "content"), ("tabindex", "-1")))
                {
                    write(html);
                }

                html.Add("footer", new Phrase(
                    "Made by Jinbang. This page fetches nothing and tells nobody that it is read.", "由金榜（Jinbang）生成。本页不联网，也不收集任何信息。"));
            }
        }

        return html.Own("\n").ToString();
    }

    private static void ShowHead(Html html, Phrase title)
    {
        using var head = html.In("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageAssets.Policy));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Add("title", title.In(html.Language), html.Said("text", title));
        using (html.In("style"))
        {
            html.Own(PageAssets.Style);
        }

        using (html.In("script"))
        {
            html.Own(PageAssets.Script);
        }
    }

    private static void ShowBanner(Html html, string? home)
    {
        using var banner = html.In("header", ("class", "banner"));
        if (home is null)
        {
            html.Add("span", new Phrase("Jinbang", "金榜"), ("class", "brand"));
        }
        else
        {
            html.Add("a", new Phrase("Jinbang", "金榜"), ("class", "brand"), ("href", home));
        }

        using var controls = html.In("div", ("class", "controls"), ("hidden", ""));
        using (html.In("div", [("role", "group"), .. html.Said("aria-label", new("Language", "语言"))]))
        {
            html.Add("button", "中文", ("type", "button"), ("data-choose", "language"), ("value", "zh"), ("lang", "zh-Hans"));
            html.Add("button", "English", ("type", "button"), ("data-choose", "language"), ("value", "en"), ("lang", "en"));
        }

        using (html.In("div", [("role", "group"), .. html.Said("aria-label", new("Theme", "配色"))]))
        {
            html.Add("button", new Phrase("System", "跟随系统"), ("type", "button"), ("data-choose", "theme"), ("value", "system"));
            html.Add("button", new Phrase("Light", "浅色"), ("type", "button"), ("data-choose", "theme"), ("value", "light"));
            html.Add("button", new Phrase("Dark", "深色"), ("type", "button"), ("data-choose", "theme"), ("value", "dark"));
        }
    }
}
