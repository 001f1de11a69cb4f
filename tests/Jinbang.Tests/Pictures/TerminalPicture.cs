using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Tests.Pictures;

/// <summary>What a terminal shows, as SVG: texts on a grid of cells, lines of tables as strokes.</summary>
/// <remarks>Every text is told its length, since the viewer's font may be wider or narrower than the grid.</remarks>
internal static partial class TerminalPicture
{
    private const double Cell = 8.4;
    private const double Pitch = 19;
    private const double Size = 14;
    private const double Side = 20;
    private const double Top = 44;
    private const string Ink = "#e6edf3";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Dictionary<char, string> Arms = new()
    {
        ['│'] = "UD",
        ['├'] = "UDR",
        ['┤'] = "UDL",
        ['┬'] = "LRD",
        ['┴'] = "LRU",
        ['┼'] = "LRUD",
        ['╭'] = "RD",
        ['╮'] = "LD",
        ['╰'] = "RU",
        ['╯'] = "LU",
    };

    /// <summary>Draws the page as a terminal with so many columns shows it.</summary>
    public static string Of(IRenderable page, int columns)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        (console.Profile.Width, console.Profile.Capabilities.Unicode) = (columns, true);
        var lines = Segment.SplitLines(page.GetSegments(console));
        var (width, height) = (2 * Side + columns * Cell, Top + lines.Count * Pitch + Side / 2);
        return new XElement(
            Svg + "svg",
            Numbers(("width", width), ("height", height)),
            new XAttribute("viewBox", $"0 0 {Text(width)} {Text(height)}"),
            new XAttribute("font-family", "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace"),
            Numbers(("font-size", Size)),
            new XAttribute("role", "img"),
            Window(width, height),
            lines.SelectMany((line, row) => Line(line, Top + row * Pitch))).ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static IEnumerable<XElement> Window(double width, double height) =>
    [
        new(Svg + "rect", Numbers(("x", 0.5), ("y", 0.5), ("width", width - 1), ("height", height - 1), ("rx", 10)),
            new XAttribute("fill", "#0d1117"), new XAttribute("stroke", "#30363d")),
        .. new[] { "#ff5f57", "#febc2e", "#28c840" }.Select((colour, i) => new XElement(
            Svg + "circle", Numbers(("cx", Side + 4 + i * 20), ("cy", 20), ("r", 6)), new XAttribute("fill", colour))),
    ];

    private static IEnumerable<XElement> Line(SegmentLine line, double top)
    {
        double left = Side;
        foreach (var segment in line)
        {
            foreach (Match part in Parts().Matches(segment.Text))
            {
                var x = left + Cell * new Segment(segment.Text[..part.Index]).CellCount();
                var width = Cell * new Segment(part.Value).CellCount();
                yield return part.Value[0] == '─' ? Stroke($"M{Point(x, top + Pitch / 2)}h{Text(width)}", segment.Style)
                    : Arms.TryGetValue(part.Value[0], out var arms) ? Stroke(Joint(arms, x, top), segment.Style)
                    : Words(part.Value, x, top, width, segment.Style);
            }

            left += Cell * segment.CellCount();
        }
    }

    private static XElement Words(string text, double x, double top, double width, Style style) => new(
        Svg + "text",
        Numbers(("x", x), ("y", top + 14), ("textLength", width)),
        new XAttribute("lengthAdjust", "spacingAndGlyphs"),
        new XAttribute("fill", Colour(style)),
        style.Decoration.HasFlag(Decoration.Bold) ? new XAttribute("font-weight", "bold") : null,
        text);

    private static XElement Stroke(string path, Style style) => new(
        Svg + "path", new XAttribute("d", path), new XAttribute("stroke", Colour(style)), new XAttribute("fill", "none"));

    /// <summary>Two arms at a right angle are a rounded corner.</summary>
    private static string Joint(string arms, double x, double top)
    {
        var centre = Point(x + Cell / 2, top + Pitch / 2);
        var ends = arms.Select(arm => arm switch
        {
            'L' => Point(x, top + Pitch / 2),
            'R' => Point(x + Cell, top + Pitch / 2),
            'U' => Point(x + Cell / 2, top),
            _ => Point(x + Cell / 2, top + Pitch),
        }).ToList();
        return ends.Count == 2 ? $"M{ends[0]}Q{centre} {ends[1]}" : string.Concat(ends.Select(end => $"M{centre}L{end}"));
    }

    private static string Colour(Style style) => style.Foreground == Color.Default ? Ink : "#" + style.Foreground.ToHex();

    private static IEnumerable<XAttribute> Numbers(params (string Name, double Value)[] numbers) =>
        numbers.Select(number => new XAttribute(number.Name, Text(number.Value)));

    private static string Point(double x, double y) => $"{Text(x)} {Text(y)}";

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex("─+|[│├┤┬┴┼╭╮╰╯]|[^─│├┤┬┴┼╭╮╰╯ ]+(?: [^─│├┤┬┴┼╭╮╰╯ ]+)*")]
    private static partial Regex Parts();
}
