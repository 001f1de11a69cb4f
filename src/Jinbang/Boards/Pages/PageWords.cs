using Jinbang.Models;

namespace Jinbang.Boards.Pages;

/// <summary>The words of pages.</summary>
internal static class PageWords
{
    public static readonly Phrase New = new("new", "新");

    public static readonly Phrase Excluded = new("excluded", "不计入");

    public static readonly Phrase All = new("all", "全部");

    /// <summary>What a page's script and style sheet know an openness by.</summary>
    public static string Code(Openness openness) => Words.Code(openness) ?? "unknown";

    public static Phrase Openness(Openness openness) => openness switch
    {
        Models.Openness.Unknown => new(Figures.None, Figures.None),
        Models.Openness.Commercial => Words.Commercial,
        Models.Openness.Open => Words.Open,
    };

    public static Phrase Thinking(bool? thinks) => thinks switch
    {
        true => new("yes", "是"),
        false => new("no", "否"),
        null => new(Figures.None, Figures.None),
    };

    /// <summary>What the script knows it by.</summary>
    public static string Code(bool? thinks) => thinks switch
    {
        true => "yes",
        false => "no",
        null => "unknown",
    };
}
