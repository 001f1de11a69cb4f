namespace Jinbang.Boards;

/// <summary>One way to write a board.</summary>
public abstract class BoardFormat
{
    /// <summary>The file name's ending, without a dot.</summary>
    public abstract string Extension { get; }

    /// <summary>Writes the board, in UTF-8 where it is text, without a byte-order mark unless the format needs one.</summary>
    /// <exception cref="BadInputException">Something the format needs (such as a font) is missing.</exception>
    public abstract void Write(Board board, Stream output);
}
