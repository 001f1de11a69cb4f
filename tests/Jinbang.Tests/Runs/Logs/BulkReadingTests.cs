using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Jinbang.Grading;
using Jinbang.Runs.Logs;

namespace Jinbang.Tests.Runs.Logs;

public sealed class BulkReadingTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"reply":"The answer is C.","options":{"A":"x","B":"y","C":"z"}}""", "letter", "C", null)]
    [InlineData("""{"reply":"A and C","options":["x","y","z"]}""", "letters", "AC", null)]
    [InlineData("""{"reply":"答案：B","options":["A. x","B. y"],"language":"zh"}""", "letter", "B", null)]
    [InlineData("""{"reply":"the second","options":{"b":"the second","a":"the first"}}""", "letter", "B", null)]
    [InlineData("""{"reply":"J","options":["1","2","3","4","5","6","7","8","9","10"]}""", "letter", "J", null)]
    [InlineData("""{"reply":"ABD","kind":"multiple","options":["1","2","3","4"]}""", "letters", "ABD", null)]
    [InlineData("""{"reply":"The answer is H.","kind":"single"}""", "letter", "H", null)]
    [InlineData("""{"reply":"选 A、C","kind":"多选题"}""", "letters", "AC", null)]
    [InlineData("""{"reply":"None of the above is correct.","options":["x","y"]}""", "no_correct_option", null, null)]
    [InlineData("""{"reply":"Answer: 42"}""", "value", null, "42")]
    [InlineData("""{"reply":"The answer is x = 4.5 km."}""", "value", null, "4.5")]
    [InlineData("""{"reply":"The answer is Apollo 11."}""", "value", null, "apollo 11")]
    [InlineData("""{"reply":"Answer: True"}""", "value", null, "true")]
    [InlineData("""{"reply":"答案：北京"}""", "value", null, "北京")]
    [InlineData("""{"reply":"7","kind":"number"}""", "value", null, "7")]
    [InlineData("""{"reply":7}""", "value", null, "7")]
    [InlineData("""{"reply":"对","kind":"判断"}""", "value", null, "true")]
    [InlineData("""{"reply":"I cannot answer this.","options":["x","y"]}""", "refusal", null, null)]
    [InlineData("""{"reply":"It was founded in 250 BC.\nIt grew."}""", "unreadable", null, null)]
    [InlineData("""{"reply":null}""", "unanswered", null, null)]
    [InlineData("""{"reply":"<think>A? B?","options":["x","y"]}""", "unanswered", null, null)]
    [InlineData("""{"reply":"A","thinking":"B, surely B","reasoning":{"text":["B"]},"options":["x","y"]}""", "letter", "A", null)]
    public async Task A_reply_is_read_by_its_options_or_kind(string line, string kind, string? letters, string? value)
    {
        var read = Assert.Single(await ReadAsync(line));

        Assert.Equal((kind, letters, value), (Text(read, "kind"), Text(read, "letters"), Text(read, "value")));
        Assert.NotEmpty(Text(read, "rule")!);
        Assert.InRange(read.GetProperty("confidence").GetDouble(), 0.1, 1);
    }

    [Theory]
    [InlineData("""{"reply":"The speed is 10 m/s.","kind":"number"}""", "10", "m/s")]
    [InlineData("""{"reply":"答案：百分之四十五","kind":"number"}""", "45", "%")]
    [InlineData("""{"reply":"-2.5 km","kind":"number"}""", "-2.5", "km")]
    [InlineData("""{"reply":"Answer: 45%"}""", "45", "%")]
    [InlineData("""{"reply":"12 apples","kind":"number"}""", "12", null)]
    [InlineData("""{"reply":"5 km","kind":"text"}""", "5 km", null)]
    [InlineData("""{"reply":"No.","kind":"true-false"}""", "false", null)]
    public async Task A_number_is_bare_and_its_unit_beside_it(string line, string value, string? unit)
    {
        var read = Assert.Single(await ReadAsync(line));

        Assert.Equal((value, unit), (Text(read, "value"), Text(read, "unit")));
    }

    [Fact]
    public async Task The_place_is_where_the_answer_stands_in_the_reply()
    {
        const string Reply = "约 ½。答案：x = 42 km";

        var read = Assert.Single(await ReadAsync($$"""{"reply":"{{Reply}}"}"""));

        Assert.Equal("42 km", Reply.Substring(read.GetProperty("start").GetInt32(), read.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task Marks_line_ends_blank_lines_and_doubled_names_do_no_harm()
    {
        const string Lines = "\uFEFF{\"id\":1,\"reply\":\"A\",\"reply\":\"B\",\"options\":{\"A\":\"x\",\"B\":\"y\"}}\r\n\r\n  \n{\"id\":\"2\\u4e2d\",\"reply\":\"B\"}\n{\"reply\":\"C\"}";

        var (text, read) = await RunAsync(Lines, leaveOutBad: false);

        Assert.Equal(3, read.Replies);
        Assert.Equal(["1", "\"2\\u4e2d\"", "null"], Ids(text));
        Assert.Contains("\"letters\":\"B\"", text.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_replies_hold_each_gets_one_line_in_its_place() => Gen.String.Array[1, 40].Sample(replies =>
    {
        var lines = replies.Select((reply, at) => $$"""{"id":{{at}},"reply":"{{Escaped(reply)}}"}""");

        var (text, _) = RunAsync(string.Join('\n', lines), leaveOutBad: false).GetAwaiter().GetResult();

        Assert.Equal(Enumerable.Range(0, replies.Length).Select(Digits), Ids(text));
        Assert.Equal(replies.Select(reply => GradeWords.Code(ReplyReader.Read(null, [], reply).Kind)), Parse(text).Select(read => Text(read, "kind")!));
    }, iter: 300);

    [Fact]
    public async Task Order_is_kept_over_many_blocks_and_replies_of_a_megabyte()
    {
        var lines = new StringBuilder();
        for (var at = 0; at < 20_000; at++)
        {
            var padding = at % 5_000 == 17 ? new string('x', 1 << 20) : "Because of this. ";
            lines.Append(CultureInfo.InvariantCulture, $$"""{"id":{{at}},"options":["r","s"],"reply":"{{padding}}\nAnswer: {{"AB"[at % 2]}}"}""").Append('\n');
        }

        var (text, read) = await RunAsync(lines.ToString(), leaveOutBad: false);

        Assert.Equal(20_000, read.Replies);
        Assert.Equal(Enumerable.Range(0, 20_000).Select(at => (Digits(at), "AB"[at % 2].ToString())), Ids(text).Zip(Parse(text).Select(line => Text(line, "letters")!)));
    }

    [Theory]
    [InlineData("no JSON", "JSON object")]
    [InlineData("[1]", "JSON object")]
    [InlineData("""{"id":1}""", "no reply")]
    [InlineData("""{"reply":{"text":"A"}}""", "JSON object")]
    [InlineData("""{"reply":"A"} {}""", "JSON object")]
    [InlineData("""{"id":[1],"reply":"A"}""", "JSON object")]
    [InlineData("""{"reply":"A","kind":"essay"}""", "kind \"essay\"")]
    [InlineData("""{"reply":"A","kind":"instructions"}""", "jinbang grade")]
    [InlineData("""{"reply":"A","options":{"Q":"x"}}""", "option \"Q\"")]
    [InlineData("""{"reply":"A","options":["1","2","3","4","5","6","7","8","9","10","11"]}""", "option \"K\"")]
    [InlineData("""{"reply":"A","options":7}""", "options")]
    public async Task A_line_that_cannot_be_used_is_named_or_left_out_and_counted(string line, string named)
    {
        var lines = "{\"reply\":\"A\"}\n" + line + "\n{\"reply\":\"B\"}\n";

        var fault = await Assert.ThrowsAsync<BadInputException>(() => RunAsync(lines, leaveOutBad: false));
        var (text, read) = await RunAsync(lines, leaveOutBad: true);

        Assert.StartsWith("r.jsonl:2: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.Equal((2, 1, 2), (read.Replies, read.LeftOut, Parse(text).Count));
        Assert.Equal(fault.Problem, Assert.Single(read.Bad));
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused()
    {
        using var input = new MemoryStream([.. "{\"reply\":\"A\"}\n{\"reply\":\""u8, 0xB4, 0xF0, .. "\"}"u8]);

        var fault = await Assert.ThrowsAsync<BadInputException>(() => BulkReading.ReadAsync(input, "r.jsonl", Stream.Null, false, Token));

        Assert.Contains("r.jsonl:2: the line is not UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_reply_is_refused() =>
        await Assert.ThrowsAsync<BadInputException>(() => RunAsync("\n\r\n", leaveOutBad: true));

    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(string lines) => Parse((await RunAsync(lines, leaveOutBad: false)).Text);

    private static async Task<(string Text, BulkReading Read)> RunAsync(string lines, bool leaveOutBad)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        using var output = new MemoryStream();
        var read = await BulkReading.ReadAsync(input, "r.jsonl", output, leaveOutBad, Token);
        return (Encoding.UTF8.GetString(output.ToArray()), read);
    }

    private static List<JsonElement> Parse(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private static IEnumerable<string> Ids(string text) => Parse(text).Select(line => line.GetProperty("id").GetRawText());

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
