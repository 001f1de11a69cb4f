namespace Jinbang.Boards.Pages;

/// <summary>An open element, which ends when this is disposed.</summary>
/// <param name="html">The page.</param>
/// <param name="name">The element's name.</param>
public readonly struct HtmlElement(Html html, string name) : IDisposable
{
    /// <summary>Ends it.</summary>
    public void Dispose() => html.Close(name);
}
