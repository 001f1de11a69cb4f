namespace Jinbang.Boards.Cuts;

/// <summary>What rows of a board must fulfil.</summary>
public abstract record Condition
{
    /// <summary>Whether a row fulfils it.</summary>
    public abstract Truth Of(BoardRow row);

    /// <summary>Reads an expression such as <c>open = yes and (output-price &lt; 5 or not thinking)</c>.</summary>
    /// <exception cref="BadInputException">It is none; names the place.</exception>
    public static Condition Parse(string text) => new ConditionParser(text).Parse();
}
