namespace Jinbang.Boards.Published;

/// <summary>One layout that boards are published in.</summary>
internal abstract class PublishedFormat
{
    /// <summary>Whether the text has this layout.</summary>
    public abstract bool Recognises(PublishedText text);

    /// <summary>The boards of a text with this layout.</summary>
    /// <exception cref="BadInputException">A line of it cannot be read.</exception>
    public abstract IEnumerable<PublishedBoard> Read(PublishedText text, PublishedSettings settings);
}
