namespace Jinbang.Boards.Pages;

/// <summary>A part of a text that is shown.</summary>
/// <param name="Text">The text, in which nothing is hidden; empty where something was left out.</param>
public sealed record ExcerptPart(string Text)
{
    /// <summary>Whether it is what was marked.</summary>
    public bool IsMarked { get; init; }

    /// <summary>How many characters were left out here; 0 for none.</summary>
    public int LeftOut { get; init; }

    /// <summary>Says how many.</summary>
    public Phrase Gap => new($" … {LeftOut} characters left out … ", $" …… 略去 {LeftOut} 字符 …… ");
}
