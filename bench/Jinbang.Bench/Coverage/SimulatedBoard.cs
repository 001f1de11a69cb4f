using Jinbang.Statistics;

namespace Jinbang.Bench.Coverage;

/// <summary>Models whose true shares are known, asked questions of a difficulty that all of them meet alike.</summary>
/// <remarks>A model of strength s has a question of difficulty d right with chance 1 / (1 + e^(d − s)); strengths are normal
/// around 1 if nothing else is said, difficulties around 0 with deviation 1.2, which gives true shares from about 0.3 to 0.95.</remarks>
internal sealed class SimulatedBoard
{
    private const double Spread = 1.2;
    private readonly Random random;
    private readonly double[] strengths;

    /// <param name="models">How many models.</param>
    /// <param name="random">Chance.</param>
    /// <param name="strength">The models' mean strength.</param>
    /// <param name="deviation">How far their strengths lie apart; 0 makes all models equal.</param>
    public SimulatedBoard(int models, Random random, double strength = 1, double deviation = 1)
    {
        this.random = random;
        strengths = [.. Enumerable.Range(0, models).Select(_ => strength + deviation * Normal())];
        TrueShares = [.. strengths.Select(strength => Enumerable.Range(0, 400)
            .Average(step => Chance(strength, Spread * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (step + 0.5) / 400))))];
        TrueRanks = [.. TrueShares.Select(share => 1 + TrueShares.Count(other => other > share))];
    }

    /// <summary>Each model's share of all questions that there could be.</summary>
    public double[] TrueShares { get; }

    /// <summary>Each model's rank by its true share.</summary>
    public int[] TrueRanks { get; }

    /// <summary>Asks all models the same new questions.</summary>
    public ScoreMatrix Ask(int questions)
    {
        var difficulties = Enumerable.Range(0, questions).Select(_ => Spread * Normal()).ToArray();
        var scores = new ScoreMatrix(strengths.Length, questions);
        for (var model = 0; model < strengths.Length; model++)
        {
            var row = scores.Of(model);
            for (var question = 0; question < questions; question++)
            {
                row[question] = random.NextDouble() < Chance(strengths[model], difficulties[question]) ? 1 : 0;
            }
        }

        return scores;
    }

    private static double Chance(double strength, double difficulty) => 1 / (1 + Math.Exp(difficulty - strength));

    private double Normal() => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
}
