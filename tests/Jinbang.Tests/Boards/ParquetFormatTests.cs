using DuckDB.NET.Data;
using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Jinbang.Tests.Pages;

namespace Jinbang.Tests.Boards;

/// <summary>What the Parquet format writes, read back by DuckDB.</summary>
public sealed class ParquetFormatTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-parquet-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Figures_come_back_typed_and_unrounded_and_unknown_ones_as_null()
    {
        Write("a", SmallBoard.In(Language.Chinese));
        Assert.Equal(
            ["甲-7b|True|0.9|2.5|1.25|", "b-mini|False|0.0625|11||40", "none-right|False|0||0|40", "never-asked|False||||"],
            Ask("SELECT model, new, accuracy, seconds, yuan_per_thousand_calls::DOUBLE, planned FROM $ ORDER BY rank"));
        Assert.Equal(["DOUBLE|INTEGER|VARCHAR|DECIMAL(29,9)|BOOLEAN"], Ask(
            "SELECT typeof(accuracy), typeof(rank), typeof(model), typeof(yuan_per_thousand_calls), typeof(thinks) FROM $ LIMIT 1"));
    }

    [Fact]
    public void Boards_of_many_exams_are_read_as_one_table()
    {
        Write("a", MadeUpBoards.Exam("甲", 3));
        Write("b", MadeUpBoards.Exam("乙", 5));
        Assert.Equal(["乙|5", "甲|3"], Ask("SELECT exam, count(*) FROM $ GROUP BY exam ORDER BY exam"));
    }

    [Fact]
    public void What_holds_for_the_whole_board_is_in_the_metadata()
    {
        Write("a", SmallBoard.In(Language.English));
        Assert.Equal(["v1"], Ask("SELECT decode(value) FROM parquet_kv_metadata('" + folder + "/*.parquet') WHERE decode(key) = 'edition'", whole: true));
    }

    [Fact]
    public void Yuan_come_back_to_a_billionth()
    {
        Write("a", SmallBoard.WithModel("m") with { Rows = [new("m") { CostPerThousand = 12345678.1234567890123m }] });
        Assert.Equal(["12345678.123456789"], Ask("SELECT yuan_per_thousand_calls::VARCHAR FROM $"));
    }

    [Fact]
    public void Parts_are_numbered_and_named_in_the_metadata()
    {
        Write("a", SmallBoard.WithModel("m") with { Rows = [new("m") { Parts = [new(new("Reading", "阅读"), 0.5, ScoreState.Estimated)] }] });
        Assert.Equal(["0.5|estimated"], Ask("SELECT part_0, part_0_state FROM $"));
        Assert.Equal(["阅读"], Ask("SELECT decode(value) FROM parquet_kv_metadata('" + folder + "/*.parquet') WHERE decode(key) = 'part_0'", whole: true));
    }

    [Fact]
    public void A_board_without_models_is_an_empty_table()
    {
        Write("a", SmallBoard.In(Language.English) with { Rows = [] });
        Assert.Equal(["0"], Ask("SELECT count(*) FROM $"));
    }

    [Fact]
    public void The_same_board_is_the_same_file() => Assert.Equal(
        SmallBoard.Bytes(new ParquetFormat(), SmallBoard.In(Language.English)), SmallBoard.Bytes(new ParquetFormat(), SmallBoard.In(Language.English)));

    private void Write(string name, Jinbang.Boards.Board board) => File.WriteAllBytes(Path.Combine(folder, name + ".parquet"), SmallBoard.Bytes(new ParquetFormat(), board));

    private List<string> Ask(string query, bool whole = false)
    {
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = whole ? query : query.Replace("$", $"read_parquet('{folder}/*.parquet')", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? "" : Convert.ToString(reader.GetValue(at), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
