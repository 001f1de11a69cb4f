using Jinbang.Boards.Charts;

namespace Jinbang.Boards.Pages;

/// <summary>What a page shows of one board.</summary>
/// <param name="Board">The board.</param>
public sealed record PageBoard(Board Board)
{
    /// <summary>The bad cases of its models; empty when they are not shown.</summary>
    public IReadOnlyList<ModelCases> Cases { get; init; } = [];

    /// <summary>Pictures of figures that are not the board's own, each in a language: of its questions, of earlier editions.</summary>
    public IReadOnlyList<Func<Language, Picture>> Pictures { get; init; } = [];

    /// <summary>All pictures, the board's own first.</summary>
    /// <param name="language">The language of their texts.</param>
    internal IEnumerable<Picture> PicturesIn(Language language) =>
        BoardPictures.Of(BoardPictures.Drawn(Board).In(language)).Concat(Pictures.Select(picture => picture(language)));
}
