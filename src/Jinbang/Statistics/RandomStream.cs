using System.Numerics;

namespace Jinbang.Statistics;

/// <summary>Random numbers that are the same for the same seed and stream on every machine, and cheap to start: each draw of a
/// simulation has a stream of its own, so that it does not matter which core makes it.</summary>
/// <remarks>xoshiro256++ (Blackman &amp; Vigna 2021, ACM TOMS 47:36), started by SplitMix64 as they advise. Math.NET's
/// generators take 32 bits of seed, and cost a virtual call a number.</remarks>
internal struct RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <param name="seed">The simulation's seed.</param>
    /// <param name="stream">Which of its streams.</param>
    public RandomStream(ulong seed, int stream)
    {
        var state = Mixed(seed) + (ulong)stream;
        s0 = Mixed(state += 0x9E3779B97F4A7C15);
        s1 = Mixed(state += 0x9E3779B97F4A7C15);
        s2 = Mixed(state += 0x9E3779B97F4A7C15);
        s3 = Mixed(state + 0x9E3779B97F4A7C15);
    }

    /// <summary>From 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below <paramref name="bound"/> (Lemire 2019; what bias is left is below 1e-9).</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A standard normal number (<see cref="Ziggurat"/>).</summary>
    public double Normal()
    {
        while (true)
        {
            var bits = Next();
            var layer = (int)(bits & (Ziggurat.Layers - 1));
            var u = (long)bits / (double)(1UL << 63);
            if (Math.Abs(u) < Ziggurat.Inside[layer])
            {
                return u * Ziggurat.Edge[layer];
            }

            if (layer == 0)
            {
                return Tail(u < 0);
            }

            var x = u * Ziggurat.Edge[layer];
            if (Ziggurat.Curve(Ziggurat.Edge[layer]) + Share() * (Ziggurat.Curve(Ziggurat.Edge[layer + 1]) - Ziggurat.Curve(Ziggurat.Edge[layer]))
                < Ziggurat.Curve(x))
            {
                return x;
            }
        }
    }

    /// <summary>A number of the Gamma distribution with scale 1 (Marsaglia &amp; Tsang 2000, ACM TOMS 26:363–372).</summary>
    /// <param name="shape">Its shape.</param>
    public double Gamma(GammaShape shape)
    {
        var (d, c) = (shape.Centre, shape.Slope);
        while (true)
        {
            var x = Normal();
            var v = 1 + c * x;
            v = v * v * v;
            var u = 1 - Share();
            if (v > 0 && (u < 1 - 0.0331 * x * x * x * x || Math.Log(u) < 0.5 * x * x + d - d * v + d * Math.Log(v)))
            {
                return shape.IsSmall ? d * v * Math.Pow(1 - Share(), shape.Power) : d * v;
            }
        }
    }

    /// <summary>The odds s / (1 − s) of a share s of a Beta distribution: unlike the share they tell apart what is close to 1.</summary>
    /// <param name="successes">The shape that its successes have.</param>
    /// <param name="failures">The shape that its failures have.</param>
    public double Odds(GammaShape successes, GammaShape failures) => Gamma(successes) / Gamma(failures);

    /// <summary>A normal number beyond the last layer (Marsaglia 1964).</summary>
    private double Tail(bool isNegative)
    {
        while (true)
        {
            var x = Math.Log(1 - Share()) / Ziggurat.Start;
            if (-2 * Math.Log(1 - Share()) > x * x)
            {
                return isNegative ? x - Ziggurat.Start : Ziggurat.Start - x;
            }
        }
    }

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(s0 + s3, 23) + s0;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }
}
