using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Statistics;

namespace Jinbang.Tests.Boards.Rollups;

public sealed class RollupTests
{
    private static readonly RollupSettings Open = new(Language.English);

    private static readonly Gen<double> Score = Gen.Int[0, 8].Select(right => right / 8.0);

    [Fact]
    public void A_model_that_lacks_an_exam_has_no_total_and_stands_below_the_complete_ones()
    {
        var total = SmallFamily.Of(Open)["Total"];

        Assert.Equal(["first", "second"], total.Rows.Select(row => row.Model));
        Assert.Equal((null, ScoreState.Unmeasured, new ExamCount(4, 6)), (total.Rows[1].Accuracy, total.Rows[1].State, total.Rows[1].Exams!.Value));
        Assert.Equal(new ExamCount(6, 6), total.Rows[0].Exams);
        Assert.Contains(total.Notes, note => note.English.EndsWith("below the complete ones: second (4/6)", StringComparison.Ordinal));
        Assert.Equal((null, ScoreState.Unmeasured), (total.Rows[1].Parts[0].Accuracy, total.Rows[1].Parts[0].State));
    }

    [Fact]
    public void Zero_unmeasured_estimated_and_excluded_are_four_states()
    {
        var taxonomy = SmallFamily.Taxonomy with { Exclusions = [new Exclusion("e", null, "second", "leaked")] };
        IReadOnlyList<Board> exams =
        [
            .. SmallFamily.Exams.Where(exam => exam.Title is not "d"),
            SmallFamily.Exam("d", [SmallFamily.Row("first", 0), .. Enumerable.Range(1, 3).Select(i => SmallFamily.Row($"other{i}", i / 4.0))]),
        ];

        var general = SmallFamily.Of(Open with { Estimate = true }, taxonomy, exams)["General"];

        Assert.Equal((0, ScoreState.Measured), (general.RowOf("first").Parts[0].Accuracy, general.RowOf("first").Parts[0].State));
        Assert.Equal(ScoreState.Estimated, general.RowOf("second").Parts[0].State);
        Assert.Equal((null, ScoreState.Excluded), (general.RowOf("second").Parts[1].Accuracy, general.RowOf("second").Parts[1].State));
        Assert.Equal((null, ScoreState.Unmeasured), (general.RowOf("second").Parts[2].Accuracy, general.RowOf("second").Parts[2].State));
        Assert.Contains(general.Notes, note => note.English == "Excluded: second · e (leaked)");
    }

    [Fact]
    public void What_is_excluded_for_a_model_counts_neither_for_nor_against_it()
    {
        var taxonomy = SmallFamily.Taxonomy with { Exclusions = [new Exclusion("b", null, "fir*", "key was wrong")] };

        var first = SmallFamily.Of(Open, taxonomy)["Education"].RowOf("first");

        Assert.Equal((1.0, new ExamCount(1, 1)), (first.Accuracy, first.Exams!.Value));
    }

    [Fact]
    public void The_weight_of_one_question_is_told()
    {
        IReadOnlyList<Board> exams = [.. SmallFamily.Exams.Select(exam => exam with { Questions = exam.Title == "c" ? 100 : 20 })];

        var notes = SmallFamily.Of(Open, exams: exams)["Total"].Notes.Select(note => note.English);

        // 0.7 / 3 / 20 of the total is 1.167 points, 0.3 / 2 / 100 of it 0.15.
        Assert.Contains("One question of d moves the score by 1.167 points, one of c by 0.15", notes);
    }

    [Fact]
    public void Versions_of_an_exam_are_never_mixed_silently()
    {
        var mixed = SmallFamily.Exam("a", SmallFamily.Row("first", 1) with { ExamVersion = "v1" }, SmallFamily.Row("second", 1) with { ExamVersion = "v2" });

        var education = SmallFamily.Of(Open, exams: [mixed, SmallFamily.Exams[1]])["Education"];

        Assert.Contains(education.Notes, note => note.English == "a: models were asked different versions of it (v1: 1, v2: 1)");
    }

    [Fact]
    public void A_roll_up_does_not_overwrite_an_exam_of_its_name()
    {
        var boards = Rollup.Of(SmallFamily.Taxonomy, [.. SmallFamily.Exams, SmallFamily.Exam("Education", SmallFamily.Row("first", 1))], Open);

        Assert.Equal("Education-rollup", boards.Single(board => board.Title == "Education").FileName);
    }

    [Fact]
    public void Levels_choose_among_the_boards() =>
        Assert.Equal(["Professional", "General"], Rollup.Of(SmallFamily.Taxonomy, SmallFamily.Exams, Open with { FirstLevel = 1, LastLevel = 1 }).Select(board => board.Title));

    [Fact]
    public void The_mean_of_equal_parts_is_the_part() => Gen.Select(Score, Gen.Int[1, 9]).Sample((score, count) =>
        Math.Abs(Combined(CombinationRule.Mean, [.. Enumerable.Repeat((score, 3.0, 8), count)]).Accuracy!.Value - score) < 1e-12);

    [Fact]
    public void Only_the_proportion_of_weights_matters() => Gen.Select(Gen.Select(Score, Gen.Double[0.1, 9]).Array[1, 6], Gen.Double[0.01, 100]).Sample((parts, scale) =>
    {
        BoardRow Row(double by) => Combined(CombinationRule.Weights, [.. parts.Select(part => (part.Item1, part.Item2 * by, 8))]);
        return Math.Abs(Row(1).Accuracy!.Value - Row(scale).Accuracy!.Value) < 1e-12
            && Math.Abs(Row(1).AccuracyInterval!.Value.Low - Row(scale).AccuracyInterval!.Value.Low) < 1e-9;
    });

    [Fact]
    public void One_exam_pooled_is_the_exam() => Gen.Select(Score, Gen.Int[1, 500]).Sample((score, questions) =>
        Combined(CombinationRule.Pooled, [(score, 1, questions)]) is { Accuracy: { } pooled, AccuracyInterval: { } interval }
        && Math.Abs(pooled - score) < 1e-12 && Math.Abs(interval.High - Intervals.Wilson(score * questions, questions, 0.95).High) < 1e-9);

    [Fact]
    public void Pooled_exams_are_one_exam_of_all_questions() => Gen.Select(Gen.Int[0, 20], Gen.Int[0, 300]).Sample((right, more) =>
        Math.Abs(Combined(CombinationRule.Pooled, [(right / 20.0, 1, 20), (more / 300.0, 1, 300)]).Accuracy!.Value - (right + more) / 320.0) < 1e-12);

    [Fact]
    public void An_interval_holds_the_score_and_narrows_with_more_exams()
    {
        Interval Of(int exams) => Combined(CombinationRule.Mean, [.. Enumerable.Repeat((0.75, 1.0, 20), exams)]).AccuracyInterval!.Value;

        Assert.True(Of(4).Low > Of(1).Low && Of(4).High < Of(1).High && Of(4) is { Low: < 0.75, High: > 0.75 });
        // Of exams alike, the distances shrink with the root of their number.
        Assert.Equal((0.75 - Of(1).Low) / 2, 0.75 - Of(4).Low, 1e-12);
    }

    [Fact]
    public void A_rank_is_stable_where_a_model_leads_in_every_part_and_not_where_parts_disagree()
    {
        IReadOnlyList<Board> exams =
        [
            SmallFamily.Exam("a", SmallFamily.Row("best", 1), SmallFamily.Row("x", 0.5), SmallFamily.Row("y", 0.625)),
            SmallFamily.Exam("b", SmallFamily.Row("best", 1), SmallFamily.Row("x", 0.63), SmallFamily.Row("y", 0.5)),
        ];

        var education = SmallFamily.Of(Open, exams: exams)["Education"];

        Assert.Equal((1.0, "1"), (education.RowOf("best").Stability!.Value.SameShare, education.RowOf("best").Stability!.Value.Ranks.ToString()));
        Assert.Equal("2–3", education.RowOf("x").Stability!.Value.Ranks.ToString());
        Assert.InRange(education.RowOf("x").Stability!.Value.SameShare, 0.4, 0.6);
        Assert.Contains(Remarks.On(education, BoardStyle.Full), remark => remark.English.StartsWith("Stable rank:", StringComparison.Ordinal));
        Assert.DoesNotContain(Remarks.On(education, BoardStyle.Seed), remark => remark.English.StartsWith("Stable rank:", StringComparison.Ordinal));
    }

    private static BoardRow Combined(CombinationRule rule, IReadOnlyList<(double Score, double Weight, int Questions)> parts)
    {
        var taxonomy = new Taxonomy(new TaxonomyNode("all", new("All", "全部"))
        {
            Rule = rule,
            Exams = [.. parts.Select((part, i) => new TaxonomyExam($"exam{i}", null) { Weight = part.Weight })],
        });
        BoardRow Row((double Score, double Weight, int Questions) part) =>
            SmallFamily.Row("m", part.Score) with { AccuracyInterval = Intervals.Wilson(part.Score * part.Questions, part.Questions, 0.95) };
        var exams = parts.Select((part, i) => SmallFamily.Exam($"exam{i}", Row(part)) with { Questions = part.Questions });
        return Rollup.Of(taxonomy, [.. exams], Open)[0].Rows[0];
    }
}
