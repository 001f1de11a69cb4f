using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Editions;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Models;
using Jinbang.Statistics.Ranking;
using Jinbang.Tests.Runs;

namespace Jinbang.Tests.Boards.Editions;

public sealed class EditionTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 10, 20);
    private readonly string folder = Samples.TemporaryFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_edition_comes_back_from_its_file_as_it_was_published()
    {
        var manifest = Manifest("v1", Board("law", Row("a", 0.9), Row(SmallBoard.Hostile.Replace("\uD83D", "", StringComparison.Ordinal), 0.1)));

        EditionShelf.Open(folder).Publish(manifest, again: false);

        Assert.Equivalent(manifest, Assert.Single(EditionShelf.Open(folder).All), strict: true);
    }

    [Fact]
    public void The_same_version_is_not_published_with_other_content_unless_again()
    {
        EditionShelf.Open(folder).Publish(Manifest("v1", Board("law", Row("a", 0.9))), again: false);
        var (other, path) = (Manifest("v1", Board("law", Row("a", 0.8))), Path.Combine(folder, "editions", "v1.json"));
        var (before, log) = (File.ReadAllText(path), File.ReadAllText(Path.Combine(folder, "CHANGELOG.md")));

        Assert.Contains("--again", Assert.Throws<BadInputException>(() => EditionShelf.Open(folder).Publish(other, again: false)).Message, StringComparison.Ordinal);
        Assert.Equal((before, log), (File.ReadAllText(path), File.ReadAllText(Path.Combine(folder, "CHANGELOG.md"))));

        EditionShelf.Open(folder).Publish(other, again: true);
        Assert.Equal(0.8, EditionShelf.Open(folder).All[0].Boards[0].Rows[0].Accuracy);
    }

    [Fact]
    public void Publishing_the_same_again_on_a_later_day_changes_no_file()
    {
        var manifest = Manifest("v1", Board("law", Row("a", 0.9), Row(SmallBoard.Hostile, 0.1)));
        EditionShelf.Open(folder).Publish(manifest, again: false);
        var before = Files();

        EditionShelf.Open(folder).Publish(manifest with { Date = Day.AddDays(5) }, again: false);

        Assert.Equal(before, Files());

        IEnumerable<(string, DateTime, string)> Files() => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order()
            .Select(path => (path, File.GetLastWriteTimeUtc(path), File.ReadAllText(path)))];
    }

    [Theory]
    [InlineData("../v1")]
    [InlineData("")]
    [InlineData("v 1")]
    [InlineData(".hidden")]
    public void A_version_that_cannot_name_a_file_is_refused(string version) =>
        Assert.Throws<BadInputException>(() => EditionShelf.Open(folder).Publish(Manifest(version), again: false));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"version":"v1","date":"2026-01-01","boards":[null]}""")]
    [InlineData("""{"version":"v1","date":"2026-01-01","boards":[{"file":"a","title":"a","rows":[]},{"file":"a","title":"a","rows":[]}]}""")]
    [InlineData("""{"version":"v1","date":"the first""")]
    public void A_damaged_manifest_is_named(string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, "editions"));
        File.WriteAllText(Path.Combine(folder, "editions", "v1.json"), text);

        Assert.Contains("v1.json", Assert.Throws<BadInputException>(() => EditionShelf.Open(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Editions_of_one_day_go_by_version_and_numbers_in_versions_by_size()
    {
        foreach (var version in (string[])["v5.10", "v5.9", "v5.9.1", "v6"])
        {
            EditionShelf.Open(folder).Publish(Manifest(version), again: false);
        }

        EditionShelf.Open(folder).Publish(Manifest("old") with { Date = Day.AddDays(-1) }, again: false);

        Assert.Equal(["old", "v5.9", "v5.9.1", "v5.10", "v6"], EditionShelf.Open(folder).All.Select(edition => edition.Version));
        Assert.Equal("v5.9.1", EditionShelf.Open(folder).Before("v5.10")!.Version);
        Assert.Equal("v6", EditionShelf.Open(folder).Before("v7")!.Version);
    }

    [Fact]
    public void A_model_is_new_on_a_board_when_the_edition_before_did_not_have_it_there()
    {
        EditionShelf.Open(folder).Publish(Manifest("v1", Board("law", Row("a", 0.9)), Board("art", Row("b", 0.9))), again: false);

        var boards = EditionShelf.Open(folder).WithNewModels([Board("law", Row("a", 0.9) with { IsNew = true }, Row("b", 0.8)), Board("sport", Row("c", 0.9))], "v2");

        Assert.Equal([false, true, false], boards.SelectMany(board => board.Rows).Select(row => row.IsNew));
    }

    [Fact]
    public void Where_nothing_was_published_boards_are_left_as_they_are()
    {
        Board[] boards = [Board("law", Row("a", 0.9) with { IsNew = true })];

        Assert.Same(boards, EditionShelf.Open(folder).WithNewModels(boards, "v1"));
    }

    [Fact]
    public void The_difference_of_an_edition_and_itself_is_empty() =>
        Gen.Select(Gen.Int[0, 20], Gen.Double[0, 1], Gen.Bool).Array[0, 6].Array[0, 4].Sample(rows =>
        {
            var boards = rows.Select((own, at) => Board($"b{at}", [.. own.Select(row => Row($"m{row.Item1}", row.Item2) with { Tied = row.Item3 ? new(1, 5) : null })]));
            var manifest = Manifest("v1", [.. boards]);
            return EditionDiff.Of(manifest, manifest with { Version = "v2" }) is { IsEmpty: true, Kind: EditionKind.Patch };
        }, iter: 200, threads: 1);

    [Fact]
    public void What_is_new_in_one_direction_is_retired_in_the_other() =>
        Gen.Select(Gen.Int[0, 5].Array[0, 5], Gen.Int[0, 5].Array[0, 5]).Sample((one, two) =>
        {
            var (first, second) = (Manifest("v1", Of(one)), Manifest("v2", Of(two)));
            var (there, back) = (EditionDiff.Of(first, second), EditionDiff.Of(second, first));
            return there.NewModels.Order().SequenceEqual(back.RetiredModels.Order()) && there.RetiredModels.Order().SequenceEqual(back.NewModels.Order());

            Board Of(int[] models) => Board("law", [.. models.Distinct().Select(model => Row($"m{model}", 0.5))]);
        }, iter: 200, threads: 1);

    [Fact]
    public void The_same_replies_with_other_grades_are_regraded_and_other_replies_were_asked()
    {
        var before = Manifest("v1", Board("law", Row("keys", 0.5, "s", "r", "g"), Row("more", 0.4, "s2", "r", "g"), Row("same", 0.3, "s3", "r", "g")));
        var after = Manifest("v2", Board("law", Row("keys", 0.6, "s", "r", "g2"), Row("more", 0.4, "s2", "r2", "g"), Row("same", 0.3, "s3", "r", "g")));

        Assert.Equal(
            [("keys", RowCause.Regraded, true), ("more", RowCause.Asked, false)],
            Assert.Single(EditionDiff.Of(before, after).Boards).Rows.Select(row => (row.Model, row.Cause, row.HasOtherAccuracy)));
    }

    [Fact]
    public void A_move_counts_beyond_ties_and_not_by_models_that_come_or_go()
    {
        var before = Manifest("v1", Board("law", Tied("a", 0.9, 1, 2), Tied("b", 0.8, 1, 2), Tied("c", 0.5, 3, 3)));
        var within = Manifest("v2", Board("law", Tied("b", 0.8, 1, 2), Tied("a", 0.8, 1, 2), Tied("c", 0.5, 3, 3)));
        var shifted = Manifest("v2", Board("law", Tied("new", 0.95, 1, 1), Tied("a", 0.9, 2, 3), Tied("b", 0.8, 2, 3), Tied("c", 0.5, 4, 4)));
        var beyond = Manifest("v2", Board("law", Tied("c", 0.95, 1, 1), Tied("a", 0.9, 2, 3), Tied("b", 0.8, 2, 3)));

        Assert.DoesNotContain(EditionDiff.Of(before, within).Boards.SelectMany(board => board.Rows), row => row.HasMoved);
        Assert.Empty(Assert.Single(EditionDiff.Of(before, shifted).Boards).Rows);
        var moved = Assert.Single(Assert.Single(EditionDiff.Of(before, beyond).Boards).Rows, row => row.HasMoved);
        Assert.Equal(("c", new RankSpan(3, 3), new RankSpan(1, 1)), (moved.Model, moved.RanksBefore, moved.RanksAfter));
    }

    [Fact]
    public void The_kind_follows_the_habit_of_the_public_boards()
    {
        var before = Manifest("v1", Board("law", Row("a", 0.9)) with { Questions = 100, ExamVersion = "x" });

        Assert.Null(EditionDiff.Of(null, before).Kind);
        Assert.Equal(EditionKind.Patch, KindWith(Board("law", Row("a", 0.9)) with { Questions = 110, ExamVersion = "y" }));
        Assert.Equal(EditionKind.Minor, KindWith(Board("law", Row("a", 0.9)) with { Questions = 111, ExamVersion = "y" }));
        var domain = Board("domain", Row("a", 0.9) with { Parts = [new(new("Law", "法律"), 0.9, ScoreState.Measured)] });
        Assert.Equal(EditionKind.Minor, EditionDiff.Of(before, before with { Version = "v2", Boards = [.. before.Boards, .. Manifest("x", domain).Boards] }).Kind);
        var ruled = before with { Framework = Framework.Of(Grouped(1), RollupRules.Open) };
        Assert.Equal(EditionKind.Major, EditionDiff.Of(ruled, before with { Version = "v2", Framework = Framework.Of(Grouped(2), RollupRules.Open) }).Kind);
        Assert.Equal(EditionKind.Major, EditionDiff.Of(ruled, before with { Version = "v2", Framework = Framework.Of(Grouped(1), RollupRules.Seed) }).Kind);
        Assert.Equal(EditionKind.Patch, EditionDiff.Of(ruled, before with { Version = "v2", Framework = Framework.Of(Grouped(1, new TaxonomyExam("new", null)), RollupRules.Open) }).Kind);

        static Taxonomy Grouped(double weight, params TaxonomyExam[] more) => new(new TaxonomyNode("all", new("All", "全部"))
        {
            Parts = [new TaxonomyNode("law", new("Law", "法律")) { Weight = weight, Exams = [new("law", null), .. more] }],
        });

        EditionKind? KindWith(Board board) => EditionDiff.Of(before, Manifest("v2", board)).Kind;
    }

    [Theory]
    [InlineData(Language.English, "CHANGELOG.md")]
    [InlineData(Language.Chinese, "CHANGELOG.zh-CN.md")]
    public void The_changelog_looks_as_approved(Language language, string name)
    {
        var price = new Price(2, 8, "CNY", new(2025, 9, 1), "https://example.com");
        EditionShelf.Open(folder).Publish(
            Manifest(
                "v5.8",
                Board("law", Row("a", 0.9, "s", "r", "g") with { Price = price }, Row("b", 0.8, "s", "r", "g"), Row("c", 0.5, "s", "r", "g"), Row("gone", 0.1)) with { Questions = 40, ExamVersion = "x" },
                Board("art", Row("a", 0.9)) with { Questions = 20 }),
            again: false);
        var cheaper = price with { OutputPerMillion = 4, Date = new(2026, 2, 1) };
        var law = Board(
            "law", Row("c", 0.95, "s", "r2", "g"), Row("a", 0.9, "s", "r", "g") with { Price = cheaper }, Row("b", 0.85, "s", "r", "g2"), Row(SmallBoard.Hostile, 0.2));
        law = law with { Questions = 45, ExamVersion = "y" };
        var later = Manifest("v5.9", law, Board("sport", Row("a", 0.9), Row("b", 0.7)) with { Questions = 30 });
        EditionShelf.Open(folder).Publish(later with { Date = Day.AddDays(30) }, again: false);

        Snapshooter.Xunit3.Snapshot.Match(File.ReadAllText(Path.Combine(folder, name)), $"Changelog.{language}.md");
    }

    [Fact]
    public void Republishing_replaces_its_section_and_leaves_what_else_was_written_there()
    {
        EditionShelf.Open(folder).Publish(Manifest("v1", Board("law", Row("a", 0.9))), again: false);
        var path = Path.Combine(folder, "CHANGELOG.md");
        File.WriteAllText(path, File.ReadAllText(path) + "\nA word by hand.\n\n## v0 (2020-01-01)\n\nOld.\n");
        EditionShelf.Open(folder).Publish(Manifest("v2", Board("law", Row("a", 0.8))) with { Date = Day.AddDays(1) }, again: false);
        EditionShelf.Open(folder).Publish(Manifest("v2", Board("law", Row("a", 0.7))) with { Date = Day.AddDays(1) }, again: true);

        var text = File.ReadAllText(path);
        Assert.Equal(["## v2 (2026-10-21)", "## v1 (2026-10-20)", "## v0 (2020-01-01)"], text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains("90.0% → 70.0%", text, StringComparison.Ordinal);
        Assert.DoesNotContain("80.0%", text, StringComparison.Ordinal);
        Assert.Contains("A word by hand.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_tells_each_model_s_scores_over_the_editions_of_a_board()
    {
        EditionManifest[] editions =
        [
            Manifest("v1", Board("law", Row("a", 0.9), Row("gone", 0.2)) with { ExamVersion = "x" }),
            Manifest("v2", Board("art", Row("a", 0.1))),
            Manifest("v3", Board("law", Row("b", 0.95), Row("a", 0.8)) with { ExamVersion = "y" }),
        ];

        var law = ScoreHistory.Of(editions).Single(history => history.File == "law");

        Assert.Equal([("v1", false), ("v3", true)], law.Points.Select(point => (point.Version, point.IsOtherExam)));
        Assert.Equal(["b", "a", "gone"], law.Models.Select(model => model.Model));
        Assert.Equal([[null, 0.95], [0.9, 0.8], [0.2, null]], law.Models.Select(model => model.Accuracies));
    }

    private static EditionManifest Manifest(string version, params Board[] boards) => EditionManifest.Of(version, Day, boards);

    private static Board Board(string name, params BoardRow[] rows) =>
        new(name, Language.Chinese, [.. rows.Select((row, at) => row with { Rank = at + 1 })]) { FileName = name };

    private static BoardRow Row(string model, double accuracy) => new(model) { Accuracy = accuracy };

    private static BoardRow Row(string model, double accuracy, string sitting, string replies, string grades) =>
        Row(model, accuracy) with { Evidence = new(sitting, replies, grades) };

    private static BoardRow Tied(string model, double accuracy, int first, int last) => Row(model, accuracy) with { Tied = new(first, last) };
}
