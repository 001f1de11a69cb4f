using System.Globalization;
using System.Text;
using System.Xml;
using Jinbang.Boards.Charts;

namespace Jinbang.Boards.Formats;

/// <summary>A vector picture, whose texts are texts. It needs no font to be written; its viewer's is used. Without the
/// declaration that other XML begins with, so that it may stand within a page as it is.</summary>
/// <param name="theme">Its colours; light ones when null, and <see cref="Theme.Variables"/> where a style sheet tells them.</param>
/// <param name="frame">The room it is made for; a page when null.</param>
public sealed class SvgFormat(Theme? theme = null, Frame? frame = null) : PictureFormat(theme ?? Theme.Light, frame ?? Frame.Page)
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private const string FontFamily =
        "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        Indent = true,
        IndentChars = "",
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(false),
    };

    /// <inheritdoc/>
    public override string Extension => "svg";

    /// <inheritdoc/>
    public override void Write(Picture picture, Stream output)
    {
        using var xml = XmlWriter.Create(output, Settings);
        var drawing = picture.Draw(TextWidth.Estimate, Frame);
        xml.WriteStartElement("svg", Namespace);
        Write(xml, "width", drawing.Width);
        Write(xml, "height", drawing.Height);
        xml.WriteAttributeString("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {drawing.Width} {drawing.Height}"));
        xml.WriteAttributeString("font-family", FontFamily);
        xml.WriteAttributeString("role", "img");
        xml.WriteElementString("title", Namespace, drawing.Title);
        xml.WriteElementString("desc", Namespace, drawing.Description);
        foreach (var (style, path) in Joined(drawing.Shapes))
        {
            Write(xml, style, path);
        }

        foreach (var alike in drawing.Labels.GroupBy(label => (label.Size, label.Tone, label.Anchor)))
        {
            Write(xml, alike);
        }
    }

    /// <summary>Shapes of one style after each other as one path: without both fill and line, order cannot be told.</summary>
    private static IEnumerable<(Shape Style, string Path)> Joined(IReadOnlyList<Shape> shapes)
    {
        var path = new StringBuilder();
        for (var i = 0; i < shapes.Count; i++)
        {
            path.Append(shapes[i].Path);
            var isLayered = shapes[i].Fill != Tone.None && shapes[i].Stroke != Tone.None;
            if (isLayered || i + 1 == shapes.Count || shapes[i + 1].Style() != shapes[i].Style())
            {
                yield return (shapes[i].Style(), path.ToString());
                path.Clear();
            }
        }
    }

    private void Write(XmlWriter xml, Shape style, string path)
    {
        xml.WriteStartElement("path", Namespace);
        xml.WriteAttributeString("d", path);
        xml.WriteAttributeString("fill", Theme.Of(style.Fill));
        if (style.Stroke != Tone.None)
        {
            xml.WriteAttributeString("stroke", Theme.Of(style.Stroke));
            Write(xml, "stroke-width", style.Thickness);
        }

        if (style.Dashes.Length > 0)
        {
            xml.WriteAttributeString("stroke-dasharray", style.Dashes);
        }

        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, IGrouping<(double Size, Tone Tone, Anchor Anchor), Label> alike)
    {
        xml.WriteStartElement("g", Namespace);
        Write(xml, "font-size", alike.Key.Size);
        xml.WriteAttributeString("fill", Theme.Of(alike.Key.Tone));
        if (Name(alike.Key.Anchor) is { } anchor)
        {
            xml.WriteAttributeString("text-anchor", anchor);
        }

        foreach (var label in alike.Where(label => label.Text.Length > 0))
        {
            xml.WriteStartElement("text", Namespace);
            Write(xml, "x", label.X);
            Write(xml, "y", label.Y);
            if (label.IsTurned)
            {
                xml.WriteAttributeString("transform", $"rotate(-90 {Outline.Number(label.X)} {Outline.Number(label.Y)})");
            }

            xml.WriteString(label.Text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string? Name(Anchor anchor) => anchor switch
    {
        Anchor.Start => null,
        Anchor.Middle => "middle",
        Anchor.End => "end",
    };

    private static void Write(XmlWriter xml, string name, double value) => xml.WriteAttributeString(name, Outline.Number(value));
}
