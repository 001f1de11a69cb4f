using CsCheck;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class TallyTests
{
    private static readonly Reply Measured = new(Outcome.Replied, "A") { Elapsed = TimeSpan.FromSeconds(2), Usage = new(10, 20), Cost = 0.001m };

    [Fact]
    public void A_failed_attempt_never_changes_accuracy() => Gen.Decimal[0, 1].Array[1, 20].Sample(points =>
    {
        var (without, with) = (new Tally(), new Tally());
        foreach (var point in points)
        {
            without.Add(Graded(point, Measured));
            with.Add(Graded(point, Measured));
            with.Add(Failed());
        }

        Assert.Equal(without.Accuracy, with.Accuracy);
        Assert.Equal((points.Length, points.Length), (with.Failed, with.Graded));
    });

    [Fact]
    public void Accuracy_is_unknown_before_the_first_grade()
    {
        var tally = new Tally();
        tally.Add(Failed());
        Assert.Null(tally.Accuracy);
        Assert.Null(tally.CostPerThousand);
    }

    [Fact]
    public void A_heavier_question_counts_for_more()
    {
        var tally = new Tally();
        tally.Add(Graded(1, Measured, weight: 3));
        tally.Add(Graded(0, Measured));
        Assert.Equal(0.75, tally.Accuracy);
    }

    [Fact]
    public void Means_are_over_graded_replies()
    {
        var tally = new Tally();
        tally.Add(Graded(1, Measured));
        tally.Add(Failed());
        tally.Add(Graded(1, Measured with { Elapsed = TimeSpan.FromSeconds(4), Usage = new(10, 40), Cost = 0.003m }));
        Assert.Equal((3.0, 40.0, 2m), (tally.MeanSeconds!.Value, tally.MeanTokens!.Value, tally.CostPerThousand!.Value));
    }

    [Fact]
    public void Means_are_unknown_unless_every_reply_was_measured()
    {
        var tally = new Tally();
        tally.Add(Graded(1, Measured));
        tally.Add(Graded(1, new(Outcome.Replied, "A")));
        Assert.Equal((null, null, null), (tally.MeanSeconds, tally.MeanTokens, tally.CostPerThousand));
        Assert.Equal(0.001m, tally.KnownCost);
    }

    [Fact]
    public void Each_verdict_and_outcome_is_counted_once()
    {
        var tally = new Tally();
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            tally.Add(Graded(0, new(Outcome.CutOff, ""), verdict: verdict));
        }

        tally.Add(Graded(0, new(Outcome.Refused, "") { Retries = 2, ServedBy = "simulated-1" }, verdict: Verdict.Unanswered));
        Assert.Equal((1, 1, 1, 1, 2), (tally.Right, tally.Wrong, tally.Partial, tally.Unreadable, tally.Unanswered));
        Assert.Equal((5, 1, 2, true), (tally.CutOff, tally.Refused, tally.Retries, tally.Simulated));
    }

    private static GradedReply Graded(decimal points, Reply reply, decimal weight = 1, Verdict verdict = Verdict.Partial) =>
        new(Questions.Choice(QuestionKind.SingleChoice, "A") with { Weight = weight }, 0, reply, new(verdict, points, new(ReadingKind.Letter, "A", "bare")));

    private static GradedReply Failed() =>
        new(Questions.Choice(QuestionKind.SingleChoice, "A"), 0, new(Outcome.Failed, "") { Error = "503" }, null);
}
