using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jinbang.Web.Selecting;
using SpreadCheetah;

namespace Jinbang.Tests.Web;

/// <summary>Workbooks and other files made to run something, or to take all there is.</summary>
public sealed class HostileUploadTests : IAsyncLifetime
{
    private const string Sheet = "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    private const string Capitals = "question,A,B,answer\nThe capital of France?,Paris,Lyon,A\n";

    private readonly WebRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room.Room.Write("capitals.csv", Capitals);
        room.Room.Write("taxonomy.yaml", "id: all\nname: {en: All, zh: 总榜}\nexams: [capitals]\n");
        room.Room.Write("jinbang.yaml", "exams: [capitals.csv]\ntaxonomy: taxonomy.yaml\n");
        await room.Room.ImportAsync("capitals.csv", "model,question_id,reply\nswift,1,A\nslow,1,B\n");
        await room.ServeAsync();
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Formulas_are_not_computed_their_stored_values_are_read_and_shown_as_text()
    {
        var set = await UploadAsync(await FormulasAsync(), "formulas.xlsx");
        var id = set.GetProperty("id").GetString();
        var shown = new List<string>();
        foreach (var question in new[] { "1", "2", "3", "4" })
        {
            var found = await room.Client.GetFromJsonAsync<JsonElement>($"/api/exams/{id}/questions/{question}", Token);
            shown.Add($"{found.GetProperty("stem").GetString()} -> {found.GetProperty("key").GetString()}");
        }

        var page = await room.Client.GetStringAsync($"/exams/{id}/questions/4", Token);
        Assert.True(set.GetProperty("isUsable").GetBoolean(), set.GetRawText());
        Assert.Equal("What is stored? -> 42", shown[0]);
        Assert.StartsWith("A stored DDE answer -> calm", shown[1], StringComparison.Ordinal);
        Assert.StartsWith("=cmd|' /C calc'!A0 -> ", shown[2], StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.All(shown, text => Assert.DoesNotContain("elsewhere.example", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_formula_without_a_stored_value_is_an_empty_cell_that_is_told_by_its_row()
    {
        using var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: Token))
        {
            await book.StartWorksheetAsync("Sheet1", token: Token);
            await book.AddRowAsync([new Cell("question"), new Cell("answer")], Token);
            await book.AddRowAsync([new Cell(new Formula("WEBSERVICE(\"http://elsewhere.example\")")), new Cell("A")], Token);
            await book.FinishAsync(Token);
        }

        var set = await UploadAsync(file.ToArray(), "empty.xlsx");

        Assert.False(set.GetProperty("isUsable").GetBoolean());
        Assert.Contains(set.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("row").GetInt32() == 2 && problem.GetProperty("isError").GetBoolean());
    }

    [Theory]
    [InlineData("rows.xlsx", "rows and cells")]
    [InlineData("cell.xlsx", "more than any question")]
    [InlineData("shared.xlsx", "the rest was not read")]
    [InlineData("entities.xlsx", "")]
    [InlineData("empties.csv", "")]
    [InlineData("empties.json", "the rest was not read")]
    [InlineData("deep.json", "")]
    [InlineData("flow.yaml", "the rest was not read")]
    [InlineData("deep.yaml", "")]
    [InlineData("laughs.yaml", "aliases")]
    public async Task What_is_made_to_take_all_memory_or_time_is_refused_soon(string name, string said)
    {
        var content = Content(name);
        Assert.InRange(content.Length, 1, UploadBounds.MostBytes);
        var (begun, before) = (TimeProvider.System.GetTimestamp(), GC.GetTotalAllocatedBytes());
        var set = await UploadAsync(content, name);
        var problems = set.GetProperty("problems").EnumerateArray().ToList();

        Assert.False(set.GetProperty("isUsable").GetBoolean());
        Assert.Contains(problems, problem => problem.GetProperty("isError").GetBoolean()
            && problem.GetProperty("what").GetProperty("english").GetString()!.Contains(said, StringComparison.Ordinal));
        Assert.InRange(problems.Count, 1, 500);
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun).TotalSeconds, 0, 60);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 4L << 30);
        Assert.Equal(HttpStatusCode.OK, (await room.Client.GetAsync($"/select/{set.GetProperty("id").GetString()}", Token)).StatusCode);
    }

    [Fact]
    public void Measuring_a_workbook_keeps_nothing_of_it()
    {
        var bomb = Content("cell.xlsx");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<BadInputException>(() => UploadBounds.Check(bomb));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
    }

    [Fact]
    public async Task A_set_that_is_called_like_an_exam_changes_no_board_of_that_exam()
    {
        var set = (await UploadAsync(Encoding.UTF8.GetBytes(Capitals), "capitals.csv")).GetProperty("id").GetString()!;
        var order = new { exams = new[] { set }, models = new[] { "random-baseline" }, budget = 1 };
        using var planned = await room.Client.PostAsJsonAsync("/api/runs/plan", order, Token);
        using var started = await room.Client.PostAsJsonAsync("/api/runs", new { order, plan = (await planned.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("hash").GetString() }, Token);
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        await BoardsRoom.SoonAsync(async () => (await ModelsAsync(set)).Contains("random-baseline"));
        // The roll-up follows all boards at once.
        await BoardsRoom.SoonAsync(async () => (await room.Client.GetStringAsync("/api/boards", Token)).Contains($"\"name\":\"{set}\"", StringComparison.Ordinal));

        Assert.Equal(["slow", "swift"], await ModelsAsync("All"));
        Assert.Equal(["slow", "swift"], await ModelsAsync("capitals"));
    }

    private async Task<IReadOnlyList<string>> ModelsAsync(string board)
    {
        using var answer = await room.Client.GetAsync($"/api/boards/{board}", Token);
        var rows = (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).TryGetProperty("rows", out var found) ? found.EnumerateArray().ToList() : [];
        return [.. rows.Select(row => row.GetProperty("model").GetString()!).Order(StringComparer.Ordinal)];
    }

    private static byte[] Content(string name) => name switch
    {
        "rows.xlsx" => Book(Sheet + Row("question", "answer") + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 1_000_000)) + "</sheetData></worksheet>"),
        "cell.xlsx" => Book(Sheet + Row("question", "answer") + Row(new string('x', 38 << 20), "A") + "</sheetData></worksheet>"),
        "shared.xlsx" => Book(
            Sheet + Row("question", "answer") + string.Concat(Enumerable.Repeat("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", 4000)) + "</sheetData></worksheet>",
            $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t xml:space=\"preserve\"> a\u3000{new string('b', 200_000)} </t></si></sst>"),
        "entities.xlsx" => Book($"<!DOCTYPE x [<!ENTITY a \"{new string('a', 100_000)}\">]>" + Sheet.Replace("<?xml version=\"1.0\"?>", "", StringComparison.Ordinal)
            + Row("question", "answer") + Row(string.Concat(Enumerable.Repeat("&a;", 50_000)), "A") + "</sheetData></worksheet>"),
        "empties.csv" => Text("question,answer\n", ",\n", 5_000_000),
        "empties.json" => Text("[{\"question\":\"a\",\"answer\":\"b\"}", ",{}", 3_000_000, "]"),
        "deep.json" => Text("[{\"question\":", "[", 1_000_000),
        "flow.yaml" => Text("questions: [a", ",a", 1_000_000, "]\n"),
        "deep.yaml" => Text("questions: ", "[", 1_000_000),
        _ => Encoding.UTF8.GetBytes("exam: x\nquestions: &a [b, b]\nc: &d [*a, *a]\ne: [*d, *d]\n"),
    };

    private static byte[] Text(string begin, string part, int times, string end = "") => Encoding.UTF8.GetBytes(begin + string.Concat(Enumerable.Repeat(part, times)) + end);

    private static string Row(params string[] cells) => $"<row>{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    private static byte[] Book(string sheet, string shared = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Add("xl/worksheets/sheet1.xml", sheet);
            Add("xl/sharedStrings.xml", shared);

            void Add(string name, string text)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    private static async Task<byte[]> FormulasAsync()
    {
        using var file = new MemoryStream();
        await using var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: Token);
        await book.StartWorksheetAsync("Sheet1", token: Token);
        Cell[][] rows =
        [
            [new("question"), new("answer")],
            [new(new Formula("CONCAT(\"no\",\"thing\")"), "What is stored?"), new(new Formula("6*9"), 42)],
            [new(new Formula("[1]Sheet1!A1"), "A stored DDE answer"), new(new Formula("cmd|'/C calc'!A0"), "calm")],
            [new("=cmd|' /C calc'!A0"), new(new Formula("HYPERLINK(\"http://elsewhere.example\",\"x\")"), "link")],
            [new("=HYPERLINK(\"http://elsewhere\")<script>alert(1)</script>"), new("B")],
        ];
        foreach (var row in rows)
        {
            await book.AddRowAsync(row, Token);
        }

        await book.FinishAsync(Token);
        return file.ToArray();
    }

    private async Task<JsonElement> UploadAsync(byte[] content, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var answer = await room.Client.PostAsync("/api/select", form, Token);
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
