namespace Jinbang.Statistics;

/// <summary>What the answer is worth that the most votes are for (self-consistency, Wang et al. 2023, ICLR).</summary>
public static class Plurality
{
    /// <summary>The worth of the answer with the most votes. Where several have as many, their mean: what drawing lots
    /// among them earns on average.</summary>
    /// <param name="answers">The votes for each answer, and its worth.</param>
    /// <returns>0 when there are no answers.</returns>
    public static double Worth(IReadOnlyCollection<(int Votes, double Worth)> answers)
    {
        var most = answers.Select(answer => answer.Votes).DefaultIfEmpty().Max();
        return answers.Where(answer => answer.Votes == most).Select(answer => answer.Worth).DefaultIfEmpty().Average();
    }
}
