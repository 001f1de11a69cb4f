using Jinbang.Models;

namespace Jinbang.Boards.Pages;

/// <summary>The words of pages, and what their script and style sheet know things by.</summary>
internal static class PageWords
{
    public static readonly Phrase New = new("new", "新");

    public static readonly Phrase Yes = new("yes", "是");

    public static readonly Phrase No = new("no", "否");

    /// <summary>A board's title.</summary>
    public static Phrase TitleOf(Board board) => new(Plain.Text(board.In(Language.English).Title), Plain.Text(board.In(Language.Chinese).Title));

    public static Phrase Thinking(bool? thinks) => thinks switch
    {
        true => Yes,
        false => No,
        null => new(Figures.None, Figures.None),
    };

    public static Phrase Say(Openness openness) => openness switch
    {
        Openness.Unknown => Words.Unknown,
        Openness.Commercial => Words.Commercial,
        Openness.Open => Words.Open,
    };

    public static string Code(Openness openness) => Words.Code(openness) ?? "unknown";

    public static string Code(bool? thinks) => thinks switch
    {
        true => "yes",
        false => "no",
        null => "unknown",
    };
}
