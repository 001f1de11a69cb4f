namespace Jinbang.Statistics;

/// <summary>A Gamma distribution with scale 1, ready to be drawn from many times.</summary>
/// <param name="shape">Its shape, above 0.</param>
internal readonly struct GammaShape(double shape)
{
    /// <summary>Whether it is below 1: then a number is drawn of the shape that is 1 more, and made smaller.</summary>
    public bool IsSmall { get; } = shape < 1;

    /// <summary>Marsaglia and Tsang's d.</summary>
    public double Centre { get; } = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;

    /// <summary>Marsaglia and Tsang's c.</summary>
    public double Slope { get; } = 1 / Math.Sqrt(9 * ((shape < 1 ? shape + 1 : shape) - 1.0 / 3));

    /// <summary>The power that a uniform number is raised to for a small shape.</summary>
    public double Power { get; } = 1 / shape;
}
