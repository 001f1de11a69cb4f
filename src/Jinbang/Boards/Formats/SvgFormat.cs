using System.Globalization;
using System.Text;
using System.Xml;
using Jinbang.Boards.Charts;

namespace Jinbang.Boards.Formats;

/// <summary>The board's bar chart as a vector picture. It needs no font to be written; its viewer's is used.</summary>
public sealed class SvgFormat : BoardFormat
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private const string FontFamily =
        "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

    /// <inheritdoc/>
    public override string Extension => "svg";

    /// <inheritdoc/>
    public override void Write(Board board, Stream output)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        using var xml = XmlWriter.Create(output, settings);
        var drawing = BoardChart.Draw(board, TextWidth.Estimate);
        xml.WriteStartElement("svg", Namespace);
        Write(xml, "width", drawing.Width);
        Write(xml, "height", drawing.Height);
        xml.WriteAttributeString("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {drawing.Width} {drawing.Height}"));
        xml.WriteAttributeString("font-family", FontFamily);
        xml.WriteAttributeString("role", "img");
        xml.WriteElementString("title", Namespace, drawing.Title);
        foreach (var box in drawing.Boxes)
        {
            Write(xml, box);
        }

        foreach (var dash in drawing.Dashes)
        {
            Write(xml, dash);
        }

        foreach (var label in drawing.Labels)
        {
            Write(xml, label);
        }
    }

    private static void Write(XmlWriter xml, Box box)
    {
        xml.WriteStartElement("rect", Namespace);
        Write(xml, "x", box.X);
        Write(xml, "y", box.Y);
        Write(xml, "width", box.Width);
        Write(xml, "height", box.Height);
        Write(xml, "rx", box.Corner);
        xml.WriteAttributeString("fill", box.Colour);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Dash dash)
    {
        xml.WriteStartElement("line", Namespace);
        Write(xml, "x1", dash.X);
        Write(xml, "y1", dash.Top);
        Write(xml, "x2", dash.X);
        Write(xml, "y2", dash.Bottom);
        xml.WriteAttributeString("stroke", dash.Colour);
        xml.WriteAttributeString("stroke-dasharray", "5 4");
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Label label)
    {
        xml.WriteStartElement("text", Namespace);
        Write(xml, "x", label.X);
        Write(xml, "y", label.Y);
        Write(xml, "font-size", label.Size);
        xml.WriteAttributeString("fill", label.Colour);
        xml.WriteAttributeString("text-anchor", label.Anchor switch
        {
            Anchor.Start => "start",
            Anchor.Middle => "middle",
            Anchor.End => "end",
        });
        xml.WriteString(label.Text);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, double value) =>
        xml.WriteAttributeString(name, value.ToString("0.##", CultureInfo.InvariantCulture));
}
