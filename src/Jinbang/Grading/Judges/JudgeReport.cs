using System.Text.Json.Serialization;
using Jinbang.Statistics;

namespace Jinbang.Grading.Judges;

/// <summary>What one judge has done on an exam, and how far it can be trusted.</summary>
/// <param name="Judge">Its name.</param>
public sealed record JudgeReport(string Judge)
{
    /// <summary>Replies it was asked to read because rules cannot.</summary>
    public int Read { get; init; }

    /// <summary>Answers to open questions that it was asked to give points for.</summary>
    public int Scored { get; init; }

    /// <summary>Of these, judgements that could not be believed.</summary>
    public int Invalid { get; init; }

    /// <summary>Replies that both it and the rules were asked to read.</summary>
    public int Compared { get; init; }

    /// <summary>Of these, the ones that both read alike.</summary>
    public int Agreed { get; init; }

    /// <summary>Cohen's kappa of its readings and the rules'; null when undefined.</summary>
    public double? Kappa { get; init; }

    /// <summary>Yuan that its judgements cost; null when the cost of any is unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Whether it is played by the simulator.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>The share of compared replies that both read alike; null when none were compared.</summary>
    public double? Agreement => Compared > 0 ? (double)Agreed / Compared : null;

    /// <summary>Wilson's 95 % interval of <see cref="Agreement"/>.</summary>
    [JsonIgnore]
    public Interval? AgreementInterval => Compared > 0 ? Intervals.Wilson(Agreed, Compared, 0.95) : null;

    /// <summary>The lower end of <see cref="AgreementInterval"/>.</summary>
    public double? AgreementLow => AgreementInterval?.Low;

    /// <summary>The upper end of <see cref="AgreementInterval"/>.</summary>
    public double? AgreementHigh => AgreementInterval?.High;
}
