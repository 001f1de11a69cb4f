using System.Text;
using System.Text.Json;
using Jinbang.Exams;

namespace Jinbang.Runs.Logs;

/// <summary>JSONL, one answer a line.</summary>
internal sealed class JsonLinesReplyLog : ReplyLog
{
    protected override bool Recognises(string path) =>
        File.ReadLines(path).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.TrimStart().StartsWith('{') == true;

    protected override IEnumerable<LoggedReply> ReadLines(string path, string? model)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            var place = new SourcePlace(path, ++number);
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new LogFields(Fields(line, place), place).Read(model);
            }
        }
    }

    private static Dictionary<string, string> Fields(string line, SourcePlace place)
    {
        try
        {
            return JsonLine.Fields(Encoding.UTF8.GetBytes(line));
        }
        catch (JsonException fault)
        {
            throw new BadInputException(new(
                $"{place}: the line is not a JSON object. Repair it, or take it out.",
                $"{place}：该行不是 JSON 对象。请修复或删除该行。"), fault);
        }
    }
}
