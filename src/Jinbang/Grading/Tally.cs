using System.Text.Json.Serialization;
using Jinbang.Models;

namespace Jinbang.Grading;

/// <summary>The sums of one model's graded replies to one exam; feed it one reply after the other.</summary>
public sealed class Tally
{
    /// <summary>Raised whenever other sums are kept or they are counted otherwise, so that those of before are counted anew.</summary>
    internal const string Version = "sums/2";

    /// <summary>Attempts that have ended, failed ones included.</summary>
    [JsonInclude]
    public int Asked { get; internal set; }

    /// <summary>Attempts without a reply: not in the accuracy.</summary>
    [JsonInclude]
    public int Failed { get; internal set; }

    /// <summary>Replies with full points.</summary>
    [JsonInclude]
    public int Right { get; internal set; }

    /// <summary>Replies with some points.</summary>
    [JsonInclude]
    public int Partial { get; internal set; }

    /// <summary>Answers without points.</summary>
    [JsonInclude]
    public int Wrong { get; internal set; }

    /// <summary>Replies that no rule reads.</summary>
    [JsonInclude]
    public int Unreadable { get; internal set; }

    /// <summary>Replies without an answer.</summary>
    [JsonInclude]
    public int Unanswered { get; internal set; }

    /// <summary>Replies cut off at the token limit, whatever their verdict.</summary>
    [JsonInclude]
    public int CutOff { get; internal set; }

    /// <summary>Replies that the provider withheld, whatever their verdict.</summary>
    [JsonInclude]
    public int Refused { get; internal set; }

    /// <summary>Calls repeated after faults.</summary>
    [JsonInclude]
    public int Retries { get; internal set; }

    /// <summary>Replies that judges are still to give points for: not in the accuracy.</summary>
    [JsonInclude]
    public int Ungraded { get; internal set; }

    /// <summary>Replies graded.</summary>
    [JsonIgnore]
    public int Graded => Replied - Ungraded;

    /// <summary>Replies that a judge read or gave points for.</summary>
    [JsonInclude]
    public int Judged { get; internal set; }

    /// <summary>Replies that a person marked.</summary>
    [JsonInclude]
    public int Marked { get; internal set; }

    /// <summary>Of these, those marked when the question had another key.</summary>
    [JsonInclude]
    public int MarkedUnderAnotherKey { get; internal set; }

    /// <summary>Whether any reply says that it was made by the simulator.</summary>
    [JsonInclude]
    public bool Simulated { get; internal set; }

    /// <summary>Sum of the costs that are known, in yuan.</summary>
    [JsonInclude]
    public decimal KnownCost { get; internal set; }

    /// <summary>Who told the costs, provider or dated prices (<see cref="CostMark"/>); more than one where they are mixed.</summary>
    [JsonInclude]
    public IReadOnlyList<string> CostMarks { get; internal set; } = [];

    /// <summary>Replies taken from earlier examinations instead of asking.</summary>
    [JsonInclude]
    public int Reused { get; internal set; }

    /// <summary>The part of <see cref="KnownCost"/> that was paid for this examination: without what was reused.</summary>
    [JsonIgnore]
    public decimal PaidCost => KnownCost - ReusedCost;

    [JsonInclude]
    internal decimal ReusedCost { get; set; }

    /// <summary>Whether the cost of every reply is known.</summary>
    [JsonIgnore]
    public bool IsCostKnown => Priced == Replied;

    private int Replied => Asked - Failed;

    [JsonInclude]
    internal decimal Weight { get; set; }

    [JsonInclude]
    internal decimal Points { get; set; }

    [JsonInclude]
    internal long Ticks { get; set; }

    [JsonInclude]
    internal int Timed { get; set; }

    [JsonInclude]
    internal long Tokens { get; set; }

    [JsonInclude]
    internal int Counted { get; set; }

    [JsonInclude]
    internal int Priced { get; set; }

    /// <summary>Weighted share of Points, 0 to 1, over graded replies; null before the first.</summary>
    [JsonIgnore]
    public double? Accuracy => Weight > 0 ? (double)(Points / Weight) : null;

    /// <summary>Mean seconds of a reply; null unless every one was timed.</summary>
    [JsonIgnore]
    public double? MeanSeconds => Mean((double)Ticks / TimeSpan.TicksPerSecond, Timed);

    /// <summary>Mean prompt and reply tokens of a reply; null unless every one was counted.</summary>
    [JsonIgnore]
    public double? MeanTokens => Mean(Tokens, Counted);

    /// <summary>Yuan for a thousand calls; null unless the cost of every reply is known. What judges cost is apart.</summary>
    [JsonIgnore]
    public decimal? CostPerThousand => IsCostKnown && Replied > 0 ? KnownCost / Replied * 1000 : null;

    /// <summary>The same sums, to go on adding to.</summary>
    public Tally Copy() => (Tally)MemberwiseClone();

    /// <summary>The same sums with another number of attempts without a reply; for those that are to be asked again.</summary>
    public Tally WithFailed(int failed)
    {
        var copy = Copy();
        copy.Asked += failed - Failed;
        copy.Failed = failed;
        return copy;
    }

    /// <summary>Adds one attempt's end.</summary>
    public void Add(GradedReply answer)
    {
        Asked++;
        Retries += answer.Reply.Retries;
        if (answer.Reply.Outcome == Outcome.Failed)
        {
            Failed++;
            return;
        }

        Count(answer.Reply);
        if (answer.Grade is not { } grade)
        {
            Ungraded++;
            return;
        }

        Count(grade.Verdict);
        Judged += grade.Reading.IsByJudge ? 1 : 0;
        Marked += grade.Reading.IsByPerson ? 1 : 0;
        MarkedUnderAnotherKey += grade.Reading.IsUnderAnotherKey ? 1 : 0;
        Weight += answer.Question.Weight;
        Points += answer.Question.Weight * grade.Points;
    }

    private void Count(Verdict verdict)
    {
        _ = verdict switch
        {
            Verdict.Right => Right++,
            Verdict.Wrong => Wrong++,
            Verdict.Partial => Partial++,
            Verdict.Unreadable => Unreadable++,
            Verdict.Unanswered => Unanswered++,
        };
    }

    private void Count(Reply reply)
    {
        Reused += reply.IsReused ? 1 : 0;
        CutOff += reply.Outcome == Outcome.CutOff ? 1 : 0;
        Refused += reply.Outcome == Outcome.Refused ? 1 : 0;
        Simulated |= reply.ServedBy?.StartsWith("simulated", StringComparison.Ordinal) == true;
        if (reply.Elapsed is { } elapsed)
        {
            Ticks += elapsed.Ticks;
            Timed++;
        }

        if (reply.Usage is { } usage)
        {
            Tokens += usage.Total;
            Counted++;
        }

        if (reply.Cost is { } cost)
        {
            KnownCost += cost;
            ReusedCost += reply.IsReused ? cost : 0;
            Priced++;
        }

        if (reply.CostBy is { } mark && !CostMarks.Contains(mark))
        {
            CostMarks = [.. CostMarks.Append(mark).Order(StringComparer.Ordinal)];
        }
    }

    private double? Mean(double sum, int count) => count > 0 && count == Replied ? sum / count : null;
}
