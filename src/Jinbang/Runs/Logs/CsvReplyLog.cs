using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Jinbang.Exams;

namespace Jinbang.Runs.Logs;

/// <summary>CSV, one answer a line, under headings.</summary>
internal sealed class CsvReplyLog : ReplyLog
{
    protected override bool Recognises(string path)
    {
        using var reader = Open(path);
        return reader.Read() && reader.ReadHeader() && LogFields.AreEnough(reader.HeaderRecord!);
    }

    protected override IReadOnlyList<LoggedReply> ReadLines(string path, string? model)
    {
        using var reader = Open(path);
        reader.Read();
        reader.ReadHeader();
        var headings = reader.HeaderRecord!;
        var replies = new List<LoggedReply>();
        try
        {
            while (reader.Read())
            {
                var fields = headings.Select((heading, column) => (heading, reader.GetField(column) ?? ""))
                    .DistinctBy(field => field.heading)
                    .ToDictionary(field => field.heading, field => field.Item2);
                replies.Add(new LogFields(fields, new SourcePlace(path, reader.Parser.RawRow)).Read(model));
            }
        }
        catch (CsvHelperException fault)
        {
            throw new BadInputException(new(
                $"{path}:{reader.Parser.RawRow}: the line cannot be read as CSV. Nothing was imported.",
                $"{path}:{reader.Parser.RawRow}：该行不是有效的 CSV。未导入任何内容。"), fault);
        }

        return replies;
    }

    private static CsvReader Open(string path) => new(
        new StreamReader(path),
        new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = heading => heading.Header.Trim() });
}
