using System.Text.Json;

namespace Jinbang.Simulator.Faults;

/// <summary>Reads the JSON list of faults by appointment.</summary>
internal static class ScriptFile
{
    /// <exception cref="BadInputException">The file cannot be read, or an entry is not as it should be.</exception>
    public static IReadOnlyList<ScriptLine> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. document.RootElement.EnumerateArray().Select((entry, index) => Line(path, index, entry))];
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new BadInputException(
                new(
                    $"{path}: not a JSON list of faults ({problem.Message}); write [{{\"at\": 0, \"fault\": \"429\"}}].",
                    $"{path}：不是 JSON 故障列表（{problem.Message}）；请写成 [{{\"at\": 0, \"fault\": \"429\"}}]。"),
                problem);
        }
    }

    private static ScriptLine Line(string path, int index, JsonElement entry)
    {
        var line = new ScriptLine(Fault.Parse(entry.TryGetProperty("fault", out var fault) ? fault.GetString() ?? "" : ""));
        foreach (var part in entry.EnumerateObject())
        {
            line = part.Name switch
            {
                "fault" => line,
                "at" when part.Value.TryGetInt64(out var at) && at >= 0 => line with { At = at },
                "times" when part.Value.TryGetInt32(out var times) && times > 0 => line with { Times = times },
                "model" => line with { Model = part.Value.GetString() },
                "question" => line with { Question = part.Value.GetString() },
                _ => throw new BadInputException(new(
                    $"{path}: entry {index}: \"{part.Name}\" is unknown or out of range; use fault, at (from 0), times (from 1), model and question.",
                    $"{path}：第 {index} 项：“{part.Name}”未知或超出范围；可用 fault、at（从 0 起）、times（从 1 起）、model、question。")),
            };
        }

        return line;
    }
}
