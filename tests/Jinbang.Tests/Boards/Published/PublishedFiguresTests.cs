using System.Globalization;
using System.Text.Json;
using Jinbang.Boards;
using Jinbang.Boards.Published;
using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Logs;
using Jinbang.Runs.Logs.Matrices;
using Jinbang.Tests.Runs;
using MathNet.Numerics.Statistics;

namespace Jinbang.Tests.Boards.Published;

/// <summary>What others published about answers that are here is what our boards make of these answers.</summary>
public sealed class PublishedFiguresTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly Lazy<Task<Board>> Nineteen = new(() => BoardOfAsync(ResponseMatrix.Read(SharedData.Path("banks/mmlu-pro-cs-repeats/picked_letters.csv"), null)!));

    /// <summary>Where no letter was found, the peer's script guesses and counts the lucky guesses: five of its nineteen
    /// totals are one too high. A reply without an answer earns nothing here.</summary>
    [Fact]
    public async Task Totals_of_nineteen_runs_are_the_published_ones_without_lucky_guesses()
    {
        var rows = (await Nineteen.Value).Rows.ToDictionary(row => row.Model);
        var published = Reports().ToLookup(run => run.Model, run => run);

        Assert.Equal(published.Select(runs => runs.Key).Order(), rows.Keys.Order());
        foreach (var runs in published)
        {
            var row = rows[runs.Key];
            var lucky = runs.Sum(run => run.Right) - (int)Math.Round(row.Accuracy!.Value * row.Coverage!.Graded);
            Assert.Equal(410 * runs.Count(), row.Coverage.Graded);
            Assert.Equal(runs.Key switch { "chatgpt-4o-latest" => 4, "o3-2025-04-16" => 1, _ => 0 }, lucky);
            Assert.True(lucky <= runs.Sum(run => run.Guesses));
        }

        Assert.Equal((331, 356), (published["chatgpt-4o-latest"].First().Right, published["o3-2025-04-16"].Single().Right));
        Assert.Equal((330, 355), ((int)Math.Round(rows["chatgpt-4o-latest"].Repeats!.Spread!.Lowest * 410), (int)Math.Round(rows["o3-2025-04-16"].Accuracy!.Value * 410)));
    }

    [Fact]
    public async Task Runs_of_one_model_lie_as_far_apart_as_their_published_totals()
    {
        var board = await Nineteen.Value;
        var published = Reports().ToLookup(run => run.Model, run => run.Right / 410.0);
        foreach (var row in board.Rows.Where(row => row.Repeats is not null))
        {
            // A lucky guess in each run moves them all alike.
            var spread = row.Repeats!.Spread!;
            Assert.Equal(published[row.Model].Count(), spread.Runs);
            Assert.Equal(published[row.Model].Max() - published[row.Model].Min(), spread.Highest - spread.Lowest, 12);
            Assert.Equal(published[row.Model].StandardDeviation(), spread.Deviation, 12);
        }

        Assert.Equal(6, board.Rows.Count(row => row.Repeats is not null));
        Assert.Null(board.Rows.Single(row => row.Model == "o3-2025-04-16").Repeats);
    }

    /// <summary>Half of the set's questions: what was published of all 2,949 lies within the interval.</summary>
    [Fact]
    public async Task The_published_accuracy_of_a_licensing_examination_lies_within_our_interval_of_a_sample()
    {
        var exam = ExamReader.ReadForUse(SharedData.Path("banks/cnmleqa/questions_and_replies.visible.jsonl"), null, leaveOutBad: false);
        var picks = File.ReadLines(SharedData.Path("banks/cnmleqa/questions_and_replies.visible.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        string[] models = ["deepseek-r1", "qwen25-3b"];
        var log = models.SelectMany(model => picks.Select(pick => new LoggedReply(
            model, pick.GetProperty("id").GetString()!, pick.GetProperty("replies").GetProperty(model).GetString() ?? "", new SourcePlace("log", 0)))).ToList();

        var rows = (await BoardOfAsync(exam, log)).Rows.ToDictionary(row => row.Model);

        foreach (var model in models)
        {
            var right = picks.Count(pick => pick.GetProperty("replies").GetProperty(model).GetString() == pick.GetProperty("answer").GetString());
            Assert.Equal(right / 1474.0, rows[model].Accuracy!.Value, 12);
        }

        var interval = rows["deepseek-r1"].AccuracyInterval!.Value;
        Assert.InRange(0.9159, interval.Low, interval.High);
        Assert.Equal(1, rows["qwen25-3b"].Coverage!.Unanswered);
    }

    [Fact]
    public async Task Letters_that_were_never_asked_for_are_missing_and_letters_that_were_not_found_are_no_answers()
    {
        const string Model = "DeepSeek-Coder-V2";
        var sample = File.ReadLines(SharedData.Path("banks/mmlu-pro/picked_letters_29_models.csv")).Where((_, line) => line % 8 == 0).ToList();
        var path = Path.Combine(Samples.TemporaryFolder(), "letters.csv");
        await File.WriteAllLinesAsync(path, sample, Token);
        var matrix = ResponseMatrix.Read(path, null)!;
        var lines = sample.Select(line => line.Split(',')).ToList();
        var column = Array.IndexOf(lines[0], Model);
        var asked = lines.Skip(1).Where(cells => cells[column] != "NA").ToList();

        var row = Assert.Single((await BoardOfAsync(Exam(matrix), [.. matrix.Replies().Where(reply => reply.Model == Model)])).Rows);

        Assert.Equal(29, matrix.Replies().Select(reply => reply.Model).Distinct().Count());
        Assert.InRange(asked.Count, 1, lines.Count - 50);
        Assert.Equal((lines.Count - 1, asked.Count, asked.Count(cells => cells[column].Length == 0)), (row.Coverage!.Planned, row.Coverage.Graded, row.Coverage.Unanswered));
        Assert.Equal((double)asked.Count(cells => cells[column] == cells[2]) / asked.Count, row.Accuracy!.Value, 12);
    }

    [Theory]
    [InlineData("ARC-C", 295)]
    [InlineData("HumanEval", 164)]
    public async Task Items_that_a_published_model_calls_hard_are_those_that_our_matrix_has_few_right_answers_to(string set, int items)
    {
        var path = SharedData.Path($"banks/psn-irt/responses_{set}.csv");
        var lines = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToList();
        var matrix = ResponseMatrix.Read(path, null)!;
        var board = await BoardOfAsync(matrix);

        Assert.Equal(items, board.Questions);
        foreach (var row in board.Rows)
        {
            var column = 1 + int.Parse(row.Model[1..], CultureInfo.InvariantCulture);
            Assert.Equal(lines.Count(cells => cells[column] == "1") / (double)items, row.Accuracy!.Value, 12);
        }

        var rightly = matrix.Replies().GroupBy(reply => reply.Question).Select(replies => (double)replies.Count(reply => reply.Text == "1")).ToList();
        var difficulties = lines.Select(cells => double.Parse(cells[13], CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(Correlation.Spearman(rightly, difficulties), -1, -0.9);
        var means = File.ReadLines(SharedData.Path("banks/psn-irt/published_dataset_means.csv")).Select(line => line.Split(',')).Single(cells => cells[0] == set);
        Assert.Equal(double.Parse(means[1], CultureInfo.InvariantCulture), difficulties.Average(), 5);
    }

    /// <summary>A leaderboard's own mean is the mean of its six parts, wherever it has all six.</summary>
    [Fact]
    public void A_published_mean_is_the_mean_of_its_published_parts()
    {
        var board = PublishedReader.Read(PublishedText.Open(SharedData.Path("banks/open-llm-leaderboard/models.visible.csv")), new())[0].Board;
        var complete = board.Rows.Where(row => row.Parts.All(part => part.Accuracy is not null)).ToList();

        Assert.True(complete.Count > 2000);
        Assert.All(complete, row => Assert.Equal(row.Parts.Average(part => part.Accuracy!.Value), row.Accuracy!.Value, 9));
    }

    private static IEnumerable<(string Model, int Right, int Guesses)> Reports()
    {
        using var reports = JsonDocument.Parse(File.ReadAllText(SharedData.Path("banks/mmlu-pro-cs-repeats/published_reports.json")));
        return [.. reports.RootElement.EnumerateObject().Select(run => (
            run.Name.Split('#')[0],
            int.Parse(run.Value.GetProperty("total")[0].GetString()!, CultureInfo.InvariantCulture),
            int.Parse(run.Value.GetProperty("random_guess").GetString()!, CultureInfo.InvariantCulture)))];
    }

    private static Exam Exam(ResponseMatrix matrix)
    {
        var path = Path.Combine(Samples.TemporaryFolder(), "exam.csv");
        File.WriteAllText(path, matrix.WriteExam());
        return ExamReader.ReadForUse(path, null, leaveOutBad: false);
    }

    private static Task<Board> BoardOfAsync(ResponseMatrix matrix) => BoardOfAsync(Exam(matrix), matrix.Replies());

    private static async Task<Board> BoardOfAsync(Exam exam, IReadOnlyList<LoggedReply> log)
    {
        await using var ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));
        await Import.RecordAsync(exam, log, "log", name => new Model(name, "", name), ledger, null, TimeProvider.System, Token);
        var reviews = await Standings.ReadAsync(ledger, exam, keep: true, Token);
        var standings = await Results.AddAsync(ledger, exam, [.. reviews.Select(review => review.After)], keep: true, Token);
        return new Board(exam.Title, exam.Language, BoardRows.Of(standings, null)) { Questions = exam.Questions.Count };
    }
}
