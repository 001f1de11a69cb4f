using Jinbang.Models;

namespace Jinbang.Boards.Pages;

/// <summary>The words of pages, and what their script and style sheet know things by.</summary>
public static class PageWords
{
    /// <summary>Marks models that are first seen in an edition.</summary>
    public static readonly Phrase New = new("new", "新");

    /// <summary>Yes.</summary>
    public static readonly Phrase Yes = new("yes", "是");

    /// <summary>No.</summary>
    public static readonly Phrase No = new("no", "否");

    /// <summary>A board's title.</summary>
    public static Phrase TitleOf(Board board) => new(Plain.Text(board.In(Language.English).Title), Plain.Text(board.In(Language.Chinese).Title));

    /// <summary>How much a board rests on, and which edition it is.</summary>
    public static Phrase FactsOf(Board board)
    {
        var parts = new Phrase?[]
        {
            board.Questions > 0 ? Words.Questions(board.Questions) : null,
            Words.Models(board.Rows.Count),
            board.Edition is { } edition ? new($"edition {Plain.Text(edition)}", $"版次 {Plain.Text(edition)}") : null,
            board.ExamVersion is { } version ? new($"exam version {version}", $"题库版本 {version}") : null,
        }.OfType<Phrase>().ToList();
        return new(string.Join(" · ", parts.Select(part => part.English)), string.Join(" · ", parts.Select(part => part.Chinese)));
    }

    /// <summary>What stands below a board's table: its remarks, then who told its costs.</summary>
    public static IEnumerable<Phrase> RemarksOn(Board board) => Remarks.On(board, BoardStyle.Full)
        .Concat(PriceRemark.On(board) is { } prices ? [prices] : [])
        .Select(remark => new Phrase(Plain.Text(remark.English), Plain.Text(remark.Chinese)));

    /// <summary>Whether a model thinks.</summary>
    public static Phrase Thinking(bool? thinks) => thinks switch
    {
        true => Yes,
        false => No,
        null => new(Figures.None, Figures.None),
    };

    /// <summary>Whether a model's weights are published.</summary>
    public static Phrase Say(Openness openness) => openness switch
    {
        Openness.Unknown => Words.Unknown,
        Openness.Commercial => Words.Commercial,
        Openness.Open => Words.Open,
    };

    /// <summary>The same for programs.</summary>
    public static string Code(Openness openness) => Words.Code(openness) ?? "unknown";

    /// <summary>Whether a model thinks, for programs.</summary>
    public static string Code(bool? thinks) => thinks switch
    {
        true => "yes",
        false => "no",
        null => "unknown",
    };
}
