using Jinbang.Boards;
using Jinbang.Boards.Rollups;

namespace Jinbang.Tests.Boards.Rollups;

public sealed class JoinedTests
{
    [Fact]
    public void Published_figures_of_an_exam_stand_beside_our_own_without_a_rank()
    {
        var published = SmallFamily.Exam("a", SmallFamily.Row("first", 0.9) with { PublishedBy = "elsewhere" });
        IReadOnlyList<Board> exams = [SmallFamily.Exam("a", SmallFamily.Row("first", 0.5), SmallFamily.Row("second", 0.25)), published];

        var education = Rollup.Of(SmallFamily.Taxonomy, exams, new RollupSettings(Language.English)).Single(board => board.Title == "Education");

        Assert.Equal([("first", "elsewhere", 0), ("first", null, 1), ("second", null, 2)], education.Rows.Select(row => (row.Model, row.PublishedBy, row.Rank)));
        Assert.All(education.Rows, row => Assert.Equal(new ExamCount(1, 1), row.Exams));
    }

    [Fact]
    public void Pages_that_others_published_apart_make_one_total()
    {
        var pages = SmallFamily.Exams.Select(exam => exam with { Rows = [.. exam.Rows.Select(row => row with { PublishedBy = $"{exam.Title}.md" })] }).ToList();

        var total = SmallFamily.Of(SmallFamily.Seed, exams: pages)["Total"];

        Assert.Equal([("first", 1), ("second", 2)], total.Rows.Select(row => (row.Model, row.Rank)));
        Assert.Equal("a.md; b.md; c.md; … (6)", total.Rows[0].PublishedBy);
        Assert.Equal(SmallFamily.Of(SmallFamily.Seed)["Total"].RowOf("second").Accuracy, total.RowOf("second").Accuracy);
    }

    [Fact]
    public void Of_two_published_figures_the_last_counts_and_that_is_told()
    {
        BoardRow Row(double score, string page) => SmallFamily.Row("first", score) with { PublishedBy = page };

        var education = SmallFamily.Of(new RollupSettings(Language.English), exams: [SmallFamily.Exam("a", Row(0.5, "old.md")), SmallFamily.Exam("a", Row(0.75, "new.md"))])["Education"];

        Assert.Equal(0.75, Assert.Single(education.Rows).Accuracy);
        Assert.Contains(education.Notes, note => note.English == "a: several published figures of one model; the last imported counts");
    }

    [Fact]
    public void What_must_be_known_of_an_exam_is_told_on_its_roll_ups_too()
    {
        var note = new Phrase("Made up.", "编造。");

        var boards = Rollup.Of(SmallFamily.Taxonomy, [SmallFamily.Exams[0] with { Notes = [note] }, .. SmallFamily.Exams.Skip(1)], new RollupSettings(Language.English));

        Assert.Contains(note, boards.Single(board => board.Title == "Total").Notes);
        Assert.DoesNotContain(note, boards.Single(board => board.Title == "Law").Notes);
    }
}
