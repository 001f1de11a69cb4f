using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jinbang.Web.Selecting;
using MiniExcelLibs;

namespace Jinbang.Tests.Web;

public sealed class TestSetTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly WebRoom room = new();

    public async ValueTask InitializeAsync() => await room.ServeAsync();

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Theory]
    [InlineData("xlsx", "en")]
    [InlineData("xlsx", "zh")]
    [InlineData("csv", "en")]
    [InlineData("csv", "zh")]
    [InlineData("jsonl", "en")]
    [InlineData("jsonl", "zh")]
    [InlineData("yaml", "en")]
    [InlineData("yaml", "zh")]
    public async Task A_template_is_a_test_set_as_it_is_and_kept_over_a_restart(string kind, string language)
    {
        var template = await room.Client.GetByteArrayAsync($"/select/template.{kind}?lang={language}", Token);

        var set = await UploadAsync(template, $"mine.{kind}", HttpStatusCode.Created);

        Assert.Equal((4, 1, language), (set.GetProperty("questions").GetInt32(), set.GetProperty("judged").GetInt32(), set.GetProperty("language").GetString() == "Chinese" ? "zh" : "en"));
        Assert.Empty(set.GetProperty("problems").EnumerateArray());
        var order = new { exams = new[] { set.GetProperty("id").GetString() }, models = new[] { "random-baseline" }, budget = 1 };
        using var unjudged = await room.Client.PostAsJsonAsync("/api/runs/plan", order, Token);
        Assert.Contains("choose a judge", await unjudged.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        await room.CloseAsync();
        await room.ServeAsync();
        Assert.Contains("mine", await room.Client.GetStringAsync($"/select/{set.GetProperty("id").GetString()}?lang={language}", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_is_told_by_row_and_nothing_can_be_asked()
    {
        var set = await UploadAsync("question,option A,option B,answer\nWhich?,one,two,E\n,one,two,A\nWhich?,one,two,A\n"u8.ToArray(), "../../evil\u0007.csv", HttpStatusCode.UnprocessableEntity);

        Assert.Equal("evil", set.GetProperty("title").GetString());
        Assert.Equal([2, 3], set.GetProperty("problems").EnumerateArray().Where(problem => problem.GetProperty("isError").GetBoolean()).Select(problem => problem.GetProperty("row").GetInt32()));
        var id = set.GetProperty("id").GetString();
        Assert.Contains("cannot be asked as it is", await room.Client.GetStringAsync($"/select/{id}", Token), StringComparison.Ordinal);
        var order = new { exams = new[] { id }, models = new[] { "random-baseline" }, budget = 1 };
        using var planned = await room.Client.PostAsJsonAsync("/api/runs/plan", order, Token);
        Assert.Equal(HttpStatusCode.BadRequest, planned.StatusCode);
        Assert.Equal([$".jinbang/uploads/{id}/test-set.csv", $".jinbang/uploads/{id}/test-set.json"], Files());
    }

    [Fact]
    public async Task What_is_out_of_bounds_is_refused_and_not_kept()
    {
        var refused = new[]
        {
            await UploadAsync(new byte[UploadBounds.MostBytes + 1], "large.csv", HttpStatusCode.UnprocessableEntity),
            await UploadAsync(Bomb(), "bomb.xlsx", HttpStatusCode.UnprocessableEntity),
            await UploadAsync(Crowd(), "crowd.xlsx", HttpStatusCode.UnprocessableEntity),
            await UploadAsync("PK\x3\x4 damaged"u8.ToArray(), "damaged.xlsx", HttpStatusCode.UnprocessableEntity),
            await UploadAsync("MZ"u8.ToArray(), "program.exe", HttpStatusCode.UnprocessableEntity),
            await UploadAsync([], "empty.csv", HttpStatusCode.UnprocessableEntity),
        };

        Assert.Equal(
            ["larger than 10 MB", "unpacks to more than 40 MB", "too many parts", "damaged", "ends in", "empty"],
            refused.Select(set => set.GetProperty("problems")[0].GetProperty("what").GetProperty("english").GetString()!)
                .Zip(["larger than 10 MB", "unpacks to more than 40 MB", "too many parts", "damaged", "ends in", "empty"], (said, word) => said.Contains(word, StringComparison.Ordinal) ? word : said));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Cells_that_look_like_formulas_are_texts()
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(new[] { new { question = "=HYPERLINK(\"http://elsewhere.example\",\"x\")", answer = "=1+1" } }, cancellationToken: Token);

        var set = await UploadAsync(file.ToArray(), "formulas.xlsx", HttpStatusCode.Created);

        var exam = await room.Client.GetStringAsync($"/select/{set.GetProperty("id").GetString()}", Token);
        Assert.Equal(1, set.GetProperty("questions").GetInt32());
        Assert.DoesNotContain("elsewhere.example", exam, StringComparison.Ordinal);
    }

    private async Task<JsonElement> UploadAsync(byte[] content, string name, HttpStatusCode status)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var answer = await room.Client.PostAsync("/api/select", form, Token);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Token)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    private IEnumerable<string> Files() => Directory.Exists(room.Room.Path(".jinbang/uploads"))
        ? Directory.GetFiles(room.Room.Path(".jinbang/uploads"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(room.Room.Folder, file)).Order(StringComparer.Ordinal)
        : [];

    private static byte[] Bomb() => Zip(1, 120 << 20);

    private static byte[] Crowd() => Zip(1000, 1);

    private static byte[] Zip(int entries, int size)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            for (var entry = 0; entry < entries; entry++)
            {
                using var part = zip.CreateEntry($"xl/worksheets/sheet{entry}.xml", CompressionLevel.Fastest).Open();
                var content = new byte[size];
                for (var at = 0; at < size; at += 1 << 16)
                {
                    content[at] = (byte)'<';
                }

                part.Write(content);
            }
        }

        return file.ToArray();
    }
}
