namespace Jinbang.Boards.Charts;

/// <summary>Seven steps of colour for the shares that there are, widened to round percents.</summary>
internal sealed class HeatScale
{
    private static readonly Tone[] Steps = [Tone.Heat1, Tone.Heat2, Tone.Heat3, Tone.Heat4, Tone.Heat5, Tone.Heat6, Tone.Heat7];

    // From here on figures are written in the colour of paper.
    private const int FirstDeep = 4;

    public HeatScale(IReadOnlyCollection<double> shares)
    {
        Low = Math.Floor(10 * shares.DefaultIfEmpty(0).Min()) / 10;
        High = Math.Max(Low + 0.1, Math.Ceiling(10 * shares.DefaultIfEmpty(1).Max()) / 10);
    }

    public double Low { get; }

    public double High { get; }

    public Tone ToneOf(double share) => Steps[StepOf(share)];

    public Tone TextOn(double share) => StepOf(share) < FirstDeep ? Tone.Ink : Tone.Paper;

    private int StepOf(double share) => Math.Clamp((int)((share - Low) / (High - Low) * Steps.Length), 0, Steps.Length - 1);
}
