using System.Data;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Jinbang.Tests.Pages;

namespace Jinbang.Tests.Boards;

/// <summary>What the XLSX format writes, read back by another library.</summary>
public sealed class WorkbookFormatTests
{
    static WorkbookFormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(Language.Chinese, "排名", "大模型", "准确率", "说明")]
    [InlineData(Language.English, "Rank", "Model", "Accuracy", "Notes")]
    public void Numbers_are_numbers_under_headings_in_the_board_s_language(Language language, string rank, string model, string accuracy, string notes)
    {
        var (board, other) = Read(SmallBoard.In(language));
        var headings = board[0];
        Assert.Equal(rank, headings[0]);
        Assert.Equal(1.0, board[1][Array.IndexOf(headings, rank)]);
        Assert.Equal("甲-7b", board[1][Array.IndexOf(headings, model)]);
        Assert.Equal(0.9, board[1][Array.IndexOf(headings, accuracy)]);
        Assert.Equal(0.0, board[3][Array.IndexOf(headings, accuracy)]);
        Assert.Null(board[4][Array.IndexOf(headings, accuracy)]);
        Assert.Equal(notes, other.TableName);
        Assert.Contains(SmallBoard.In(language).Notes[0].In(language), other.Rows.Cast<DataRow>().Select(row => row[0]));
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a<b>&\"c\"\u0000\u202E", "a<b>&\"c\"")]
    public void A_name_is_text_and_no_formula(string name, string cell)
    {
        var bytes = SmallBoard.Bytes(new XlsxFormat(), SmallBoard.WithModel(name));
        using var book = new ZipArchive(new MemoryStream(bytes));
        foreach (var sheet in book.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(sheet.Open());
            Assert.DoesNotContain("<f>", text.ReadToEnd(), StringComparison.Ordinal);
        }

        Assert.Contains(cell, Read(SmallBoard.WithModel(name)).Board[1]);
    }

    [Fact]
    public void A_name_longer_than_a_cell_is_cut() =>
        Assert.Equal(32_767, Read(SmallBoard.WithModel("=" + new string('a', 40_000))).Board[1].OfType<string>().Max(text => text.Length));

    [Fact]
    public void The_heading_stays_in_sight_and_filters_and_shares_are_percents()
    {
        using var book = new ZipArchive(new MemoryStream(SmallBoard.Bytes(new XlsxFormat(), MadeUpBoards.Exam("题库", 5))));
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = sheet.ReadToEnd();
        Assert.Contains("ySplit=\"1\"", text, StringComparison.Ordinal);
        Assert.Contains("<autoFilter ref=\"A1:", text, StringComparison.Ordinal);
        using var styles = new StreamReader(book.GetEntry("xl/styles.xml")!.Open());
        Assert.Contains("0.0%", styles.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_board_is_the_same_file_whenever_it_is_written()
    {
        var first = SmallBoard.Bytes(new XlsxFormat(), SmallBoard.In(Language.English));
        using var book = new ZipArchive(new MemoryStream(first));
        Assert.All(book.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Null(book.GetEntry("docProps/core.xml"));
        Assert.Equal(first, SmallBoard.Bytes(new XlsxFormat(), SmallBoard.In(Language.English)));
    }

    private static (object?[][] Board, DataTable Notes) Read(Board board)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(SmallBoard.Bytes(new XlsxFormat(), board)));
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        Assert.True(reader.NextResult());
        var notes = new DataTable(reader.Name);
        notes.Columns.Add();
        while (reader.Read())
        {
            notes.Rows.Add(reader.GetValue(0));
        }

        return ([.. rows], notes);
    }
}
