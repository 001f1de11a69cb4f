using System.Globalization;
using DuckDB.NET.Data;
using Jinbang.Grading.Sheets;

namespace Jinbang.Bench;

/// <summary>The same results as the ledger's packed sheets and as one Parquet file through DuckDB: how large, how fast back.</summary>
internal static class Columns
{
    private const int Models = 304;
    private const int Questions = 700;
    private const int Rounds = 7;

    public static int Measure()
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        var time = TimeProvider.System;
        var sheets = Enumerable.Range(0, Models).AsParallel().AsOrdered().Select(model => FullWorkspace.SheetOf(Questions, model, 7)).ToList();
        Console.WriteLine($"{Models} models, {Questions} questions, {Rounds} rounds, medians");
        Console.WriteLine("| form | bytes an attempt | written ms | a board's points read ms | everything read ms |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        var began = time.GetTimestamp();
        var packed = sheets.ConvertAll(SheetCodec.Pack);
        Show("packed sheets", packed.Sum(bytes => (long)bytes.Length), time.GetElapsedTime(began), Timed(time, () => Unpack(packed)), Timed(time, () => Unpack(packed)));

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Fill(connection, sheets);
        foreach (var codec in new[] { "snappy", "zstd" })
        {
            var file = Path.Combine(folder, codec + ".parquet");
            began = time.GetTimestamp();
            Execute(connection, $"COPY (SELECT * FROM sheet ORDER BY model, question) TO '{file}' (FORMAT parquet, COMPRESSION {codec})");
            Show($"Parquet ({codec}), DuckDB", new FileInfo(file).Length, time.GetElapsedTime(began),
                Timed(time, () => Read(connection, $"SELECT model, question, state FROM '{file}'")),
                Timed(time, () => Read(connection, $"SELECT * FROM '{file}'")));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Show(string form, long size, TimeSpan written, double points, double everything) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {form} | {size / (double)(Models * Questions):F2} | {written.TotalMilliseconds:F0} | {points:F0} | {everything:F0} |"));

    private static double Timed(TimeProvider time, Action work) => Machinery.Median(Enumerable.Range(0, Rounds).Select(_ =>
    {
        var began = time.GetTimestamp();
        work();
        return time.GetElapsedTime(began).TotalMilliseconds;
    }));

    private static void Unpack(List<byte[]> packed) => Parallel.ForEach(packed, bytes => SheetCodec.Unpack(bytes));

    private static void Fill(DuckDBConnection connection, List<ScoreSheet> sheets)
    {
        Execute(connection, """
            CREATE TABLE sheet (model USMALLINT, question UINTEGER, outcome UTINYINT, state UTINYINT, points FLOAT, letters UINTEGER,
                seconds FLOAT, first_token FLOAT, prompt UINTEGER, reply UINTEGER, nano_yuan BIGINT)
            """);
        using var appender = connection.CreateAppender("sheet");
        for (var model = 0; model < sheets.Count; model++)
        {
            for (var question = 0; question < Questions; question++)
            {
                var cell = sheets[model].Cells[question];
                appender.CreateRow()
                    .AppendValue((ushort)model).AppendValue((uint)question).AppendValue((byte)cell.Outcome).AppendValue((byte)cell.State)
                    .AppendValue(cell.Points).AppendValue(cell.Letters).AppendValue(MathF.Round(cell.Seconds, 3)).AppendValue(MathF.Round(cell.FirstTokenSeconds, 3))
                    .AppendValue((uint)cell.PromptTokens!.Value).AppendValue((uint)cell.ReplyTokens!.Value).AppendValue((long)(cell.Cost!.Value * 1_000_000_000))
                    .EndRow();
            }
        }
    }

    private static void Read(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            for (var column = 0; column < row.FieldCount; column++)
            {
                row.GetValue(column);
            }
        }
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
