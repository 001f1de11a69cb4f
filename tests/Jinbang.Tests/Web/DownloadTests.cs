using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using CsvHelper;
using MiniExcelLibs;

namespace Jinbang.Tests.Web;

/// <summary>Names that a spreadsheet would compute, or a picture's viewer would run, in files that the site gives.</summary>
public sealed class DownloadTests(DownloadTests.Room room) : IClassFixture<DownloadTests.Room>
{
    private const string FormulaStarts = "=+-@＝＋－＠";
    private const string Markup = "</text><script>alert(1)</script><image href=\"x\" onerror=\"alert(2)\"/>";

    private static readonly string[] Names =
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=cmd|' /C calc'!A0", "\r=1+1", "  =1+1", "\u0001=1+1", "\u200B=1+1", "＝1+1", "＠SUM(A1)",
        "=HYPERLINK(\"http://elsewhere.example\",\"x\")", "\u001B[31mred \u202Etxt.exe", Markup,
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_cell_of_a_workbook_or_of_a_CSV_is_a_formula()
    {
        var workbook = await room.Web.Client.GetByteArrayAsync("/boards/exam.xlsx", Token);
        using var zip = new ZipArchive(new MemoryStream(workbook));
        foreach (var part in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(part.Open());
            Assert.DoesNotContain("<f", await text.ReadToEndAsync(Token), StringComparison.Ordinal);
        }

        var cells = MiniExcel.GetSheetNames(new MemoryStream(workbook)).SelectMany(sheet => MiniExcel.Query(new MemoryStream(workbook), sheetName: sheet))
            .SelectMany(row => ((IDictionary<string, object?>)row).Values).OfType<string>().ToList();
        Assert.True(cells.Count > Names.Length);
        Assert.All(cells, IsText);

        using var csv = new CsvReader(new StringReader(await room.Web.Client.GetStringAsync("/boards/exam.csv", Token)), System.Globalization.CultureInfo.InvariantCulture);
        var rows = 0;
        while (await csv.ReadAsync())
        {
            Assert.All(csv.Parser.Record!, IsText);
            rows++;
        }

        Assert.Equal(Names.Length + 1, rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ranks")]
    public async Task A_picture_that_is_opened_by_itself_runs_nothing(string picture)
    {
        using var answer = await room.Web.Client.GetAsync($"/boards/exam.svg?picture={picture}&find=image", Token);
        var drawn = XDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Empty(drawn.Descendants().Where(element => element.Name.LocalName is not ("svg" or "g" or "path" or "text" or "title" or "desc")).Select(element => element.Name.LocalName));
        Assert.DoesNotContain(drawn.Descendants().Attributes(), one => one.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || one.Name.LocalName is "href" or "style");
        Assert.Contains("<script>", drawn.Root!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("png")]
    [InlineData("md")]
    [InlineData("json")]
    public async Task No_name_keeps_a_file_from_being_made(string ending)
    {
        using var answer = await room.Web.Client.GetAsync($"/boards/exam.{ending}", Token);
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Token));

        Assert.True(answer.IsSuccessStatusCode || (ending == "png" && answer.StatusCode is HttpStatusCode.BadRequest), $"{answer.StatusCode}: {text}");
        Assert.True(ending is not "md" || !text.Contains("<script>", StringComparison.Ordinal), "Markdown lets markup through.");
    }

    private static void IsText(string cell)
    {
        var seen = cell.FirstOrDefault(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter != '\u200B');
        Assert.False(FormulaStarts.Contains(seen), $"A spreadsheet computes {cell}");
    }

    /// <summary>A board of such names.</summary>
    public sealed class Room : IAsyncLifetime
    {
        internal WebRoom Web { get; } = new();

        public async ValueTask InitializeAsync()
        {
            Web.Room.Write("jinbang.yaml", "exams: [exam.yaml]\n");
            Web.Room.Write("exam.yaml", "exam: exam\ntitle: \"=cmd|' /C calc'!A0\"\nlanguage: en\nquestions:\n- {id: q1, kind: single, stem: One?, options: {A: one, B: two}, key: A}\n");
            using var log = new StringWriter();
            using (var csv = new CsvWriter(log, System.Globalization.CultureInfo.InvariantCulture, leaveOpen: true))
            {
                foreach (var line in Names.Select(name => new[] { name, "q1", "A" }).Prepend(["model", "question_id", "reply"]))
                {
                    line.ToList().ForEach(csv.WriteField);
                    csv.NextRecord();
                }
            }

            await Web.Room.ImportAsync("exam.yaml", log.ToString());
            await Web.ServeAsync();
        }

        public ValueTask DisposeAsync() => Web.DisposeAsync();
    }
}
