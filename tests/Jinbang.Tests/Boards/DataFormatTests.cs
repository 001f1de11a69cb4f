using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Snapshooter.Xunit3;

namespace Jinbang.Tests.Boards;

public sealed class DataFormatTests
{
    [Fact]
    public void A_small_board_as_json_looks_like_this() =>
        Snapshot.Match(SmallBoard.Text(new JsonFormat(), SmallBoard.In(Language.Chinese)), "Board.json");

    [Fact]
    public void A_small_board_as_csv_looks_like_this() =>
        Snapshot.Match(SmallBoard.Text(new CsvFormat(), SmallBoard.In(Language.Chinese)).ReplaceLineEndings("\n"), "Board.csv");

    [Fact]
    public void Json_keeps_every_digit_and_escapes_markup()
    {
        var board = new Board("</script>", Language.English, [new("m") { Accuracy = 1 / 3.0, CostPerThousand = 0.1234567890123456789m }]);
        var text = SmallBoard.Text(new JsonFormat(), board);
        Assert.DoesNotContain("<", text);
        using var json = JsonDocument.Parse(text);
        var row = json.RootElement.GetProperty("rows")[0];
        Assert.Equal(1 / 3.0, row.GetProperty("accuracy").GetDouble());
        Assert.Equal(0.1234567890123456789m, row.GetProperty("costPerThousand").GetDecimal());
        Assert.Equal("</script>", json.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public void Csv_begins_with_the_mark_that_excel_needs() =>
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), SmallBoard.Bytes(new CsvFormat(), SmallBoard.In(Language.Chinese))[..3]);

    [Theory]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a,\"b\"\r\nc", "a,\"b\"\r\nc")]
    [InlineData("gpt-4", "gpt-4")]
    public void A_name_is_one_harmless_cell(string name, string cell)
    {
        using var csv = new CsvReader(
            new StringReader(SmallBoard.Text(new CsvFormat(), SmallBoard.WithModel(name))), CultureInfo.InvariantCulture);
        Assert.True(csv.Read() && csv.ReadHeader() && csv.Read());
        Assert.Equal(cell, csv.GetField("model"));
        Assert.Equal(cell, csv.GetField("house"));
        Assert.Equal("0.5", csv.GetField("accuracy"));
        Assert.False(csv.Read());
    }
}
