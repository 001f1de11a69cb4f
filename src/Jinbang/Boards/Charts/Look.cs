using Jinbang.Models;

namespace Jinbang.Boards.Charts;

/// <summary>How openness looks, the same in every picture.</summary>
internal static class Look
{
    public static Tone ToneOf(Openness openness) => openness switch
    {
        Openness.Unknown => Tone.Unknown,
        Openness.Commercial => Tone.Commercial,
        Openness.Open => Tone.Open,
    };

    public static Tone PaleOf(Openness openness) => openness switch
    {
        Openness.Unknown => Tone.UnknownPale,
        Openness.Commercial => Tone.CommercialPale,
        Openness.Open => Tone.OpenPale,
    };

    public static Mark MarkOf(Openness openness) => openness switch
    {
        Openness.Unknown => Mark.Square,
        Openness.Commercial => Mark.Circle,
        Openness.Open => Mark.Diamond,
    };

    /// <summary>The legend of the kinds that there are among the rows, and of the sign behind names.</summary>
    public static IEnumerable<LegendEntry> Legend(Sketch sketch, IReadOnlyCollection<BoardRow> rows)
    {
        foreach (var kind in rows.Select(row => row.Openness).Distinct().Order())
        {
            yield return new(NameOf(kind), (x, y) => Point(sketch, kind, x, y, 5));
        }

        if (rows.Any(row => row.PublishedBy is not null))
        {
            yield return new(new("published elsewhere, not measured here", "他处公布，非本处测得"), (x, y) => sketch.Text(x, y + 4, Places.Published, Tone.Ink, Anchor.Middle));
        }
    }

    public static void Point(Sketch sketch, Openness openness, double x, double y, double radius) =>
        sketch.Fill(Outline.Of(MarkOf(openness), x, y, radius), ToneOf(openness));

    private static Phrase NameOf(Openness openness) => openness switch
    {
        Openness.Unknown => new("kind unknown", "类别未知"),
        Openness.Commercial => Words.Commercial,
        Openness.Open => Words.Open,
    };
}
