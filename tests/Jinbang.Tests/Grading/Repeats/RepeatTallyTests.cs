using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Grading.Repeats;

namespace Jinbang.Tests.Grading.Repeats;

public sealed class RepeatTallyTests
{
    private static readonly Question Single = Questions.Choice(QuestionKind.SingleChoice, "A");

    [Fact]
    public void Two_questions_give_these_figures()
    {
        var tally = new RepeatTally(4);
        tally.Add(Single, Letters("AABA"));
        tally.Add(Single, Letters("BBBB"));

        var report = tally.Report([1, 2, 4, 8]);

        Assert.Equal([1, 2, 4], report.Pass.Select(rate => rate.K));
        Assert.Equal([0.375, 0.5, 0.5], report.Pass.Select(rate => Math.Round(rate.Share!.Value, 12)));
        Assert.Equal((0.5, 0.125, 0.5, 0), (report.Majority, Math.Round(report.Variance!.Value, 12), report.Unsteady, report.Short));
    }

    [Fact]
    public void A_question_counts_with_the_replies_it_has_and_is_left_out_of_pass_at_more()
    {
        var tally = new RepeatTally(3);
        tally.Add(Single, Letters("AAA"));
        tally.Add(Single, Letters("BA"));
        tally.Add(Single, Letters("B"));
        tally.Add(Single, []);

        var report = tally.Report([1, 2, 3]);

        Assert.Equal([new PassRate(1, 0.5, 0), new PassRate(2, 1, 1), new PassRate(3, 1, 2)], report.Pass);
        Assert.Equal((0.5, 0.5, 2), (report.Majority, report.Unsteady, report.Short));
    }

    [Fact]
    public void Whole_runs_lie_so_far_apart()
    {
        var tally = new RepeatTally(3);
        tally.Add(Single, Letters("AAB"));
        tally.Add(Single with { Weight = 3 }, Letters("ABB"));
        tally.Add(Single, []);

        Assert.Equal(new RunSpread(3, 0, 1, Math.Sqrt(((1 - 1.25 / 3) * (1 - 1.25 / 3) + (0.25 - 1.25 / 3) * (0.25 - 1.25 / 3) + 1.25 / 3 * 1.25 / 3) / 2)), tally.Report([]).Spread);
    }

    /// <summary>A run that lacks replies would look better or worse by the questions that it lacks.</summary>
    [Fact]
    public void A_run_that_is_not_whole_is_left_out_of_the_spread()
    {
        var tally = new RepeatTally(3);
        tally.Add(Single, Letters("AAB"));
        tally.Add(Single, Letters("AB"));

        Assert.Equal((2, 0.5, 1.0), tally.Report([]).Spread is { } spread ? (spread.Runs, spread.Lowest, spread.Highest) : default);
        Assert.Null(new RepeatTally(3).Report([]).Spread);
    }

    [Fact]
    public void Questions_count_by_their_weights()
    {
        var tally = new RepeatTally(2);
        tally.Add(Single with { Weight = 3 }, Letters("AA"));
        tally.Add(Single, Letters("BB"));

        Assert.Equal((0.75, 0.75), (tally.Report([1]).Pass[0].Share, tally.Report([]).Majority));
    }

    [Theory]
    [InlineData("AAB", 1.0)]
    [InlineData("ABB", 0.0)]
    [InlineData("AB", 0.5)]
    [InlineData("A??", 1.0)]
    [InlineData("??", 0.0)]
    [InlineData("A--", 0.0)]
    public void Replies_without_an_answer_abstain_and_none_of_them_is_an_answer(string votes, double expected)
    {
        var tally = new RepeatTally(votes.Length);
        tally.Add(Single, Letters(votes));

        Assert.Equal(expected, tally.Report([]).Majority);
    }

    [Fact]
    public void Without_two_replies_to_any_question_there_is_no_spread_and_without_any_nothing()
    {
        var tally = new RepeatTally(2);
        tally.Add(Single, Letters("A"));
        Assert.Equal((null, null, 1.0), (tally.Report([]).Variance, tally.Report([]).Unsteady, tally.Report([]).Majority));

        var empty = new RepeatTally(2).Report([1]);
        Assert.Equal((null, null), (empty.Pass[0].Share, empty.Majority));
    }

    [Fact]
    public void Open_questions_have_no_majority()
    {
        var tally = new RepeatTally(2);
        tally.Add(Questions.Free(QuestionKind.Open, new RubricKey([new Criterion(2, "c")])), [new(0, ReadingKind.Value, "1/2", Verdict.Partial, 0.5m), new(1, ReadingKind.Value, "2/2", Verdict.Right, 1)]);

        Assert.Equal((null, 0.125, 0.5), (tally.Report([]).Majority, tally.Report([]).Variance, tally.Report([1]).Pass[0].Share));
    }

    /// <summary>Votes as a row of letters: "?" cannot be read, "-" says that no option is right.</summary>
    private static IReadOnlyList<Vote> Letters(string row) => [.. row.Select((letter, repeat) => letter switch
    {
        '?' => new Vote(repeat, ReadingKind.Unreadable, "", Verdict.Unreadable, 0),
        '-' => new Vote(repeat, ReadingKind.NoCorrectOption, "", Verdict.Wrong, 0),
        'A' => new Vote(repeat, ReadingKind.Letter, "A", Verdict.Right, 1),
        _ => new Vote(repeat, ReadingKind.Letter, letter.ToString(), Verdict.Wrong, 0),
    })];
}
