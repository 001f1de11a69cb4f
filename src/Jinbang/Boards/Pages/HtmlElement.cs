namespace Jinbang.Boards.Pages;

/// <summary>An open element, which ends when this is disposed.</summary>
internal readonly struct HtmlElement(Html html, string name) : IDisposable
{
    public void Dispose() => html.Close(name);
}
