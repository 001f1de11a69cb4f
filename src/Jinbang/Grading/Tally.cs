using Jinbang.Models;

namespace Jinbang.Grading;

/// <summary>The sums of one model's graded replies to one exam; feed it one reply after the other.</summary>
public sealed class Tally
{
    /// <summary>Attempts that have ended, failed ones included.</summary>
    public int Asked { get; private set; }

    /// <summary>Attempts without a reply: not in the accuracy.</summary>
    public int Failed { get; private set; }

    /// <summary>Replies with full points.</summary>
    public int Right { get; private set; }

    /// <summary>Replies with some points.</summary>
    public int Partial { get; private set; }

    /// <summary>Answers without points.</summary>
    public int Wrong { get; private set; }

    /// <summary>Replies that no rule reads.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Replies without an answer.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Replies cut off at the token limit, whatever their verdict.</summary>
    public int CutOff { get; private set; }

    /// <summary>Replies that the provider withheld, whatever their verdict.</summary>
    public int Refused { get; private set; }

    /// <summary>Calls repeated after faults.</summary>
    public int Retries { get; private set; }

    /// <summary>Replies that judges are still to give points for: not in the accuracy.</summary>
    public int Ungraded { get; private set; }

    /// <summary>Replies graded.</summary>
    public int Graded => Replied - Ungraded;

    /// <summary>Replies that a judge read or gave points for.</summary>
    public int Judged { get; private set; }

    /// <summary>Whether any reply says that it was made by the simulator.</summary>
    public bool Simulated { get; private set; }

    /// <summary>Sum of the costs that are known, in yuan.</summary>
    public decimal KnownCost { get; private set; }

    /// <summary>Whether the cost of every reply is known.</summary>
    public bool IsCostKnown => priced == Replied;

    private int Replied => Asked - Failed;

    private decimal weight;
    private decimal points;
    private double seconds;
    private int timed;
    private long tokens;
    private int counted;
    private int priced;

    /// <summary>Weighted share of points, 0 to 1, over graded replies; null before the first.</summary>
    public double? Accuracy => weight > 0 ? (double)(points / weight) : null;

    /// <summary>Mean seconds of a reply; null unless every one was timed.</summary>
    public double? MeanSeconds => Mean(seconds, timed);

    /// <summary>Mean prompt and reply tokens of a reply; null unless every one was counted.</summary>
    public double? MeanTokens => Mean(tokens, counted);

    /// <summary>Yuan for a thousand calls; null unless the cost of every reply is known. What judges cost is apart.</summary>
    public decimal? CostPerThousand => IsCostKnown && Replied > 0 ? KnownCost / Replied * 1000 : null;

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
        weight += answer.Question.Weight;
        points += answer.Question.Weight * grade.Points;
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
        CutOff += reply.Outcome == Outcome.CutOff ? 1 : 0;
        Refused += reply.Outcome == Outcome.Refused ? 1 : 0;
        Simulated |= reply.ServedBy?.StartsWith("simulated", StringComparison.Ordinal) == true;
        if (reply.Elapsed is { } elapsed)
        {
            seconds += elapsed.TotalSeconds;
            timed++;
        }

        if (reply.Usage is { } usage)
        {
            tokens += usage.Total;
            counted++;
        }

        if (reply.Cost is { } cost)
        {
            KnownCost += cost;
            priced++;
        }
    }

    private double? Mean(double sum, int count) => count > 0 && count == Replied ? sum / count : null;
}
