namespace Jinbang.Statistics;

/// <summary>The layers of equal area that normal numbers are drawn from (Marsaglia &amp; Tsang 2000, J. Stat. Software 5(8), as
/// corrected by Doornik 2005): ninety-nine of a hundred numbers then cost no logarithm.</summary>
internal static class Ziggurat
{
    /// <summary>How many layers.</summary>
    public const int Layers = 128;

    /// <summary>Where the lowest layer's tail starts.</summary>
    public const double Start = 3.442619855899;

    private const double Area = 9.91256303526217e-3;

    /// <summary>The right end of each layer, the lowest first: as far as it would go without its tail; 0 after the last.</summary>
    public static readonly double[] Edge = Edges();

    /// <summary>The share of each layer that is under the curve whatever its height.</summary>
    public static readonly double[] Inside = [.. Enumerable.Range(0, Layers).Select(layer => Edge[layer + 1] / Edge[layer])];

    /// <summary>The normal curve, 1 at its top.</summary>
    public static double Curve(double x) => Math.Exp(-x * x / 2);

    private static double[] Edges()
    {
        var edges = new double[Layers + 1];
        edges[0] = Area / Curve(Start);
        edges[1] = Start;
        for (var layer = 2; layer < Layers; layer++)
        {
            edges[layer] = Math.Sqrt(-2 * Math.Log(Area / edges[layer - 1] + Curve(edges[layer - 1])));
        }

        return edges;
    }
}
