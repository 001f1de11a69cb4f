using System.Globalization;

namespace Jinbang.Boards.Charts;

/// <summary>Outlines in the notation of SVG, rounded to a tenth.</summary>
internal static class Outline
{
    public static string Box(double x, double y, double width, double height, double corner = 0)
    {
        var r = Math.Min(corner, Math.Min(width, height) / 2);
        return r < 0.1
            ? Join($"M{x} {y}h{width}v{height}h{-width}z")
            : Join($"M{x + r} {y}h{width - 2 * r}a{r} {r} 0 0 1 {r} {r}v{height - 2 * r}a{r} {r} 0 0 1 {-r} {r}h{2 * r - width}a{r} {r} 0 0 1 {-r} {-r}v{2 * r - height}a{r} {r} 0 0 1 {r} {-r}z");
    }

    public static string Across(double left, double right, double y) => Join($"M{left} {y}H{right}");

    public static string Down(double x, double top, double bottom) => Join($"M{x} {top}V{bottom}");

    public static string Line(params IReadOnlyList<(double X, double Y)> points) =>
        string.Concat(points.Select((point, i) => (i == 0 ? "M" : "L") + Join($"{point.X} {point.Y}")));

    public static string Polygon(params IReadOnlyList<(double X, double Y)> points) => Line(points) + "z";

    /// <summary>Rising lines across a box.</summary>
    public static string Hatch(double x, double y, double width, double height, double pitch = 5)
    {
        var lines = new List<string>();
        for (var offset = pitch; offset < width + height; offset += pitch)
        {
            var (fromX, fromY) = (x + Math.Max(0, offset - height), y + Math.Min(height, offset));
            var (toX, toY) = (x + Math.Min(width, offset), y + Math.Max(0, offset - width));
            lines.Add(Line((fromX, fromY), (toX, toY)));
        }

        return string.Concat(lines);
    }

    /// <summary>A point's mark; all forms look equally large at one radius.</summary>
    public static string Of(Mark mark, double x, double y, double radius) => Exactly(mark, x, y, Math.Round(radius, 1));

    /// <summary>A number as attributes have it.</summary>
    public static string Number(double value)
    {
        // Pictures hold tens of thousands of them, and a format string takes ten times as long.
        var tenths = (long)Math.Round(value * 10);
        var (whole, rest) = Math.DivRem(Math.Abs(tenths), 10);
        return string.Create(CultureInfo.InvariantCulture, $"{(tenths < 0 ? "-" : "")}{whole}{(rest > 0 ? "." : "")}{(rest > 0 ? rest : null)}");
    }

    // Twice the radius must be exact as well, or a circle is none.
    private static string Exactly(Mark mark, double x, double y, double r) => mark switch
    {
        Mark.Circle => Join($"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"),
        Mark.Diamond => Polygon((x, y - 1.3 * r), (x + 1.3 * r, y), (x, y + 1.3 * r), (x - 1.3 * r, y)),
        Mark.Square => Box(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r),
        Mark.Triangle => Polygon((x, y - 1.3 * r), (x + 1.2 * r, y + 0.9 * r), (x - 1.2 * r, y + 0.9 * r)),
        Mark.Wedge => Polygon((x, y + 1.3 * r), (x + 1.2 * r, y - 0.9 * r), (x - 1.2 * r, y - 0.9 * r)),
        Mark.Cross => Plus(x, y, 1.2 * r, 0.4 * r),
    };

    private static string Plus(double x, double y, double r, double half) => Polygon(
        (x - half, y - r), (x + half, y - r), (x + half, y - half), (x + r, y - half), (x + r, y + half), (x + half, y + half),
        (x + half, y + r), (x - half, y + r), (x - half, y + half), (x - r, y + half), (x - r, y - half), (x - half, y - half));

    private static string Join(FormattableString path) =>
        string.Format(CultureInfo.InvariantCulture, path.Format, [.. path.GetArguments().Select(value => Number((double)value!))]);
}
