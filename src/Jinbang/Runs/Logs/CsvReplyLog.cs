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

    protected override IEnumerable<LoggedReply> ReadLines(string path, string? model)
    {
        using var reader = Open(path);
        reader.Read();
        reader.ReadHeader();
        var headings = reader.HeaderRecord!;
        while (Next(reader, path))
        {
            var fields = headings.Select((heading, column) => (heading, reader.GetField(column) ?? ""))
                .DistinctBy(field => field.heading)
                .ToDictionary(field => field.heading, field => field.Item2);
            yield return new LogFields(fields, new SourcePlace(path, reader.Parser.RawRow)).Read(model);
        }
    }

    private static bool Next(CsvReader reader, string path)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvHelperException fault)
        {
            var place = new SourcePlace(path, reader.Parser.RawRow);
            throw new BadInputException(new(
                $"{place}: the line cannot be read as CSV. Repair it, or take it out.",
                $"{place}：该行不是有效的 CSV。请修复或删除该行。"), fault);
        }
    }

    private static CsvReader Open(string path) => new(
        new StreamReader(path),
        new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = heading => heading.Header.Trim() });
}
