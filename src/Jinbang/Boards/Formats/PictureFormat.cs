using Jinbang.Boards.Charts;

namespace Jinbang.Boards.Formats;

/// <summary>One way to write a picture.</summary>
/// <param name="theme">Its colours.</param>
/// <param name="frame">The room it is made for.</param>
public abstract class PictureFormat(Theme theme, Frame frame)
{
    /// <summary>The file name's ending, without a dot.</summary>
    public abstract string Extension { get; }

    /// <summary>Its colours.</summary>
    public Theme Theme { get; } = theme;

    /// <summary>The room it is made for.</summary>
    public Frame Frame { get; } = frame;

    /// <summary>What a picture's file is called after its board's name: <c>-value.dark.svg</c>.</summary>
    public string EndingOf(Picture picture) => $"{picture.Suffix}{Theme.Mark}.{Extension}";

    /// <summary>Writes the picture.</summary>
    /// <exception cref="BadInputException">Something the format needs (such as a font) is missing.</exception>
    public abstract void Write(Picture picture, Stream output);
}
