using Jinbang.Boards.Charts;

namespace Jinbang.Web.Boards;

/// <summary>Which picture of a board is drawn, and how it looks.</summary>
/// <param name="picture">Its name, as <see cref="Picture.Suffix"/> without the hyphen; null for the bars.</param>
/// <param name="theme">light or dark.</param>
/// <param name="narrow">Whether it is for a telephone.</param>
internal readonly struct PictureLook(string? picture, string? theme, bool? narrow)
{
    /// <summary>The picture's suffix.</summary>
    public string Suffix { get; } = string.IsNullOrEmpty(picture) ? "" : "-" + picture;

    /// <summary>Its colours.</summary>
    public Theme Theme { get; } = theme == "dark" ? Theme.Dark : Theme.Light;

    /// <summary>The room it has.</summary>
    public Frame Frame { get; } = narrow == true ? Frame.Phone : Frame.Page;
}
