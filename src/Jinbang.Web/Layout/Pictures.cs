using System.Text;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Formats;
using Microsoft.AspNetCore.Components;

namespace Jinbang.Web.Layout;

/// <summary>Our own pictures within pages, in the colours of the page.</summary>
internal static class Pictures
{
    /// <summary>The picture as SVG for a desk; every text in it is written by an XML writer.</summary>
    public static MarkupString Wide(Picture picture) => Inline(picture, Jinbang.Boards.Charts.Frame.Page);

    /// <summary>The same for a phone.</summary>
    public static MarkupString Narrow(Picture picture) => Inline(picture, Jinbang.Boards.Charts.Frame.Phone);

    private static MarkupString Inline(Picture picture, Jinbang.Boards.Charts.Frame frame)
    {
        using var drawn = new MemoryStream();
        new SvgFormat(Theme.Variables, frame).Write(picture, drawn);
        return new(Encoding.UTF8.GetString(drawn.ToArray()));
    }
}
