using System.Globalization;
using System.Text.Json;

namespace Jinbang.Tests.EndToEnd;

public sealed class ImportTests : IDisposable
{
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Theory]
    [InlineData("afrimedqa", 10)]
    [InlineData("medbullets", 11)]
    [InlineData("medqa", 10)]
    [InlineData("medxpertqa-u", 11)]
    [InlineData("mmlu", 11)]
    public async Task A_log_of_real_models_becomes_a_board_with_every_column_filled(string set, int models)
    {
        var log = SharedData.Path($"banks/medagents-logs/zero_shot_{set}.csv");
        var exam = SharedData.Path($"banks/medagents-logs/questions_{set}.jsonl");

        (await stranger.RunAsync("import", log, "--exam", exam)).Expect(0);

        using var board = JsonDocument.Parse(stranger.Read($"boards/questions_{set}.json"));
        var rows = board.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("model").GetString()!);
        var expected = Expected(log);
        Assert.Equal(models, rows.Count);
        Assert.Equal(expected.Keys.Order(), rows.Keys.Order());
        foreach (var (model, sums) in expected)
        {
            Assert.Equal((double)sums.Right / sums.Answered, rows[model].GetProperty("accuracy").GetDouble(), 12);
            Assert.Equal(sums.Seconds / sums.Answered, rows[model].GetProperty("seconds").GetDouble(), 6);
            Assert.Equal((double)(sums.Prompt + sums.Completion) / sums.Answered, rows[model].GetProperty("tokens").GetDouble(), 9);
            Assert.Equal(sums.Answered, rows[model].GetProperty("coverage").GetProperty("graded").GetInt32());
            var price = rows[model].GetProperty("price");
            Assert.Equal("USD", price.GetProperty("currency").GetString());
            var dollars = (sums.Prompt * price.GetProperty("inputPerMillion").GetDecimal()) + (sums.Completion * price.GetProperty("outputPerMillion").GetDecimal());
            Assert.Equal(
                (double)(dollars * 7.25m / 1_000_000 / sums.Answered * 1000),
                (double)rows[model].GetProperty("costPerThousand").GetDecimal(), 9);
        }
    }

    [Theory]
    [InlineData("gpt-4o", 2.5, 10)]
    [InlineData("DeepSeek-R1", 0.55, 2.19)]
    public async Task A_model_costs_its_makers_dollars_of_the_time_at_seven_and_a_quarter_yuan(string model, double input, double output)
    {
        var log = SharedData.Path("banks/medagents-logs/zero_shot_medbullets.csv");

        (await stranger.RunAsync("import", log, "--exam", SharedData.Path("banks/medagents-logs/questions_medbullets.jsonl"))).Expect(0);

        var sums = Expected(log)[model];
        var dollars = ((sums.Prompt * input) + (sums.Completion * output)) / 1_000_000;
        var row = stranger.Read("boards/questions_medbullets.csv").Split("\r\n").Select(line => line.Split(',')).Single(cells => cells.Contains(model));
        Assert.Equal(dollars * 7.25 / sums.Answered * 1000, double.Parse(row[10], CultureInfo.InvariantCulture), 9);
    }

    [Fact]
    public async Task A_model_that_lacks_an_item_is_scored_over_those_it_answered()
    {
        var said = (await stranger.RunAsync(
            "import", SharedData.Path("banks/medagents-logs/zero_shot_mmlu.csv"), "--exam", SharedData.Path("banks/medagents-logs/questions_mmlu.jsonl"))).Expect(0);

        said.Names("claude-3-5-sonnet has no answer to 1 of 1089 questions", "1088/1089");
        Assert.Contains("claude-3-5-sonnet：1089 题中 1088 题有评分", stranger.Read("boards/questions_mmlu.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        var exam = stranger.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,B\n");
        stranger.Write("log.csv", "model,question_id,picked,prompt_tokens,completion_tokens,seconds\ngpt-4o,1,A,10,20,1.5\ngpt-4o,2,A,30,40,2.5\n");
        (await stranger.RunAsync("import", "log.csv", "--exam", exam)).Expect(0);
        var board = stranger.Read("boards/exam.json");

        (await stranger.RunAsync("import", "log.csv", "--exam", exam)).Expect(0);

        Assert.Equal(board, stranger.Read("boards/exam.json"));
        Assert.Equal(2, LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt"));
    }

    [Theory]
    [InlineData("gpt-4o,9,A", "log.csv:3")]
    [InlineData("gpt-4o,1,B", "log.csv:3")]
    [InlineData(",2,B", "log.csv:3")]
    public async Task A_line_that_cannot_be_right_is_named_and_nothing_is_imported(string line, string named)
    {
        var exam = stranger.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,B\n");
        stranger.Write("log.csv", $"model,question_id,picked\ngpt-4o,1,A\n{line}\n");

        (await stranger.RunAsync("import", "log.csv", "--exam", exam)).Expect(2).Names(named);

        Assert.False(stranger.Has("boards"));
    }

    [Fact]
    public async Task A_corrected_key_moves_the_board_and_asks_nobody()
    {
        var exam = stranger.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,B\n");
        stranger.Write("log.jsonl", """
            {"model": "m", "question_id": 1, "reply": "The answer is A."}
            {"model": "m", "question_id": 2, "reply": "选 A"}
            """);
        (await stranger.RunAsync("import", "log.jsonl", "--exam", exam)).Expect(0);
        Assert.Contains("|m|/|/|50.0%|", stranger.Read("boards/exam.md"), StringComparison.Ordinal);
        stranger.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,A\n");

        (await stranger.RunAsync("board", "--exam", exam)).Expect(0);

        Assert.Contains("|m|/|/|100.0%|", stranger.Read("boards/exam.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_may_be_told_by_its_text_but_options_not_be_shuffled()
    {
        var exam = stranger.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,c,d,B\n");
        stranger.Write("log.jsonl", """
            {"model":"m","question":"one ?","reply":"The answer is A. \ud83d","options":["a","b"]}
            {"model":"m","question":"Two?","reply":"A"}
            """);
        stranger.Write("shuffled.jsonl", """{"model":"m","id":2,"reply":"A","options":["d","c"]}""");

        (await stranger.RunAsync("import", "shuffled.jsonl", "--exam", exam)).Expect(2).Names("shuffled.jsonl:1", "jinbang grade");
        (await stranger.RunAsync("import", "log.jsonl", "--exam", exam)).Expect(0).Names("50.0%");
    }

    [Fact]
    public async Task Repeats_may_be_numbered_from_anywhere()
    {
        var exam = stranger.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,B\n");
        stranger.Write("log.csv", "model,question_id,picked,epoch\nm,1,A,1\nm,2,B,1\nm,1,A,2000000000\nm,2,A,2000000000\n");

        (await stranger.RunAsync("import", "log.csv", "--exam", exam)).Expect(0).Names("75.0%", "4/4");
    }

    [Fact]
    public async Task A_log_without_an_answer_is_refused()
    {
        var exam = stranger.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n");
        stranger.Write("log.csv", "model,question_id,picked\n");

        (await stranger.RunAsync("import", "log.csv", "--exam", exam)).Expect(2).Names("log.csv", "no answer");
        (await stranger.RunAsync("board", "--exam", exam)).Expect(2).Names("Nothing was answered yet");

        Assert.False(stranger.Has("boards/exam.md"));
    }

    private static Dictionary<string, (int Answered, int Right, long Prompt, long Completion, double Seconds)> Expected(string log)
    {
        var sums = new Dictionary<string, (int, int, long, long, double)>();
        foreach (var cells in File.ReadLines(log).Skip(1).Select(line => line.Split(',')))
        {
            var (answered, right, prompt, completion, seconds) = sums.GetValueOrDefault(cells[0]);
            sums[cells[0]] = (
                answered + 1, right + (cells[2] == cells[3] ? 1 : 0), prompt + long.Parse(cells[4], CultureInfo.InvariantCulture),
                completion + long.Parse(cells[5], CultureInfo.InvariantCulture), seconds + double.Parse(cells[6], CultureInfo.InvariantCulture));
        }

        return sums;
    }
}
