namespace Jinbang.Runs.Pacing;

/// <summary>An allowance as it was seen in the answers to calls that were sent at about one moment; such calls are let in in any
/// order, so only the least that remained says something.</summary>
/// <param name="At">When the first of them was sent.</param>
/// <param name="Taken">What had been taken by then, all in all.</param>
/// <param name="Remaining">What remained.</param>
/// <param name="ResetAt">When all was said to be there again.</param>
internal readonly record struct AllowanceSight(double At, double Taken, double Remaining, double ResetAt)
{
    private const double Moment = 0.05;

    /// <summary>Whether another call was sent at about the same moment.</summary>
    public bool IsWith(AllowanceSight other) => other.At - At < Moment;

    public AllowanceSight With(AllowanceSight other) => new(
        At, Math.Max(Taken, other.Taken), Math.Min(Remaining, other.Remaining), Math.Max(ResetAt, other.ResetAt));
}
