using System.Text.Json;
using Jinbang.Boards;
using Jinbang.Models;
using Jinbang.Statistics;
using Jinbang.Statistics.Ranking;

namespace Jinbang.Tests.Pictures;

/// <summary>Boards as <c>jinbang run --json</c> printed them, read back.</summary>
internal static class RecordedBoards
{
    public static IReadOnlyList<Board> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return [.. document.RootElement.GetProperty("boards").EnumerateArray().Select(BoardOf)];
    }

    private static Board BoardOf(JsonElement board) => new(
        board.GetProperty("title").GetString()!,
        Languages.Parse(board.GetProperty("language").GetString()!)!.Value,
        [.. board.GetProperty("rows").EnumerateArray().Select(RowOf)])
    {
        Edition = board.GetProperty("edition").GetString(),
        Questions = board.GetProperty("questions").GetInt32(),
        ChanceLevel = Number(board, "chanceLevel"),
        ExamVersion = board.GetProperty("examVersion").GetString(),
        Separation = board.TryGetProperty("separation", out var separation) ? separation.Deserialize<Separation>(JsonSerializerOptions.Web) : null,
        Notes = [.. board.GetProperty("notes").EnumerateArray().Select(
            note => new Phrase(note.GetProperty("en").GetString()!, note.GetProperty("zh").GetString()!))],
    };

    private static BoardRow RowOf(JsonElement row) => new(row.GetProperty("model").GetString()!)
    {
        Rank = row.GetProperty("rank").GetInt32(),
        IsNew = row.GetProperty("isNew").GetBoolean(),
        House = row.GetProperty("house").GetString()!,
        Openness = row.GetProperty("openness").GetString() is { } openness ? Enum.Parse<Openness>(openness, ignoreCase: true) : Openness.Unknown,
        Accuracy = Number(row, "accuracy"),
        Seconds = Number(row, "seconds"),
        Tokens = Number(row, "tokens"),
        CostPerThousand = (decimal?)Number(row, "costPerThousand"),
        AccuracyInterval = Number(row, "accuracyLow") is { } low ? new Interval(low, Number(row, "accuracyHigh")!.Value) : null,
        Tied = row.GetProperty("tied").Deserialize<RankSpan?>(JsonSerializerOptions.Web),
        LikelyRank = row.GetProperty("likelyRank").Deserialize<RankSpan?>(JsonSerializerOptions.Web),
        ProvenRank = row.GetProperty("provenRank").Deserialize<RankSpan?>(JsonSerializerOptions.Web),
        BestChance = Number(row, "bestChance"),
        Timing = row.GetProperty("timing").Deserialize<Timing>(JsonSerializerOptions.Web),
        Coverage = row.GetProperty("coverage").Deserialize<Coverage>(JsonSerializerOptions.Web),
    };

    private static double? Number(JsonElement parent, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
