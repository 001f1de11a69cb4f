using System.Text.Json;
using Jinbang.Exams;

namespace Jinbang.Runs.Logs;

/// <summary>JSONL, one answer a line.</summary>
internal sealed class JsonLinesReplyLog : ReplyLog
{
    protected override bool Recognises(string path)
    {
        var first = File.ReadLines(path).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line));
        try
        {
            return first?.TrimStart().StartsWith('{') == true && LogFields.AreEnough(Fields(first).Keys.ToList());
        }
        catch (JsonException)
        {
            return false;
        }
    }

    protected override IReadOnlyList<LoggedReply> ReadLines(string path, string? model)
    {
        var replies = new List<LoggedReply>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            var place = new SourcePlace(path, ++number);
            if (!string.IsNullOrWhiteSpace(line))
            {
                replies.Add(new LogFields(Fields(line, place), place).Read(model));
            }
        }

        return replies;
    }

    private static Dictionary<string, string> Fields(string line, SourcePlace place)
    {
        try
        {
            return Fields(line);
        }
        catch (JsonException fault)
        {
            throw new BadInputException(new(
                $"{place}: the line is not a JSON object. Nothing was imported.",
                $"{place}：该行不是 JSON 对象。未导入任何内容。"), fault);
        }
    }

    private static Dictionary<string, string> Fields(string line)
    {
        using var document = JsonDocument.Parse(line);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("Not an object.");
        }

        var fields = new Dictionary<string, string>();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            fields[property.Name] = property.Value.ToString();
        }

        return fields;
    }
}
