using System.Text.Json;
using Jinbang.Boards.Formats;
using Jinbang.Models;
using Jinbang.Statistics;

namespace Jinbang.Boards.Published;

/// <summary>What <see cref="JsonFormat"/> writes, one board or several.</summary>
internal sealed class BoardJson : PublishedFormat
{
    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 16 };

    public override bool Recognises(PublishedText text)
    {
        using var document = TryParse(text.Text);
        return document is not null && Elements(document.RootElement).Any();
    }

    public override IEnumerable<PublishedBoard> Read(PublishedText text, PublishedSettings settings)
    {
        using var document = TryParse(text.Text)!;
        return [.. Elements(document.RootElement).Select(element => new PublishedBoard(element.GetRawText(), Read(element)))];
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            var json = text.TrimStart('\uFEFF');
            return json.AsSpan().TrimStart() is ['{', ..] ? JsonDocument.Parse(json, Bounds) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonElement> Elements(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? []
        : root.TryGetProperty("boards", out var boards) && boards.ValueKind == JsonValueKind.Array ? boards.EnumerateArray().SelectMany(Elements)
        : root.TryGetProperty("rows", out _) && root.TryGetProperty("title", out _) ? [root]
        : [];

    private static Board Read(JsonElement element)
    {
        try
        {
            var board = JsonFormat.Parse(element);
            return board.Title is { Length: > 0 } title && board.Rows is not null ? new Board(title, Languages.Parse(board.Language ?? "") ?? Language.English, [.. board.Rows.Select(Row)])
            {
                FileName = board.FileName ?? title,
                Questions = board.Questions ?? 0,
                ExamVersion = board.ExamVersion,
                Edition = board.Edition,
                ChanceLevel = board.ChanceLevel,
                Notes = [.. (board.Notes ?? []).Select(PhraseOf)],
            }
            : throw new JsonException("title, rows");
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new BadInputException(new($"The board cannot be read: {fault.Message}", $"无法读取榜单：{fault.Message}"), fault);
        }
    }

    private static BoardRow Row(JsonRow? row) => new(row?.Model ?? throw new JsonException("model"))
    {
        Rank = row.Rank ?? 0,
        Tied = row.Tied,
        LikelyRank = row.LikelyRank,
        ProvenRank = row.ProvenRank,
        BestChance = row.BestChance,
        Host = row.Host ?? "",
        IsNew = row.IsNew,
        House = row.House ?? "",
        Openness = row.Openness is { } word ? PageCell.Category(word) : Openness.Unknown,
        State = Words.State(row.State),
        Accuracy = row.Accuracy is >= 0 and <= 1 or null ? row.Accuracy : throw new JsonException("accuracy"),
        AccuracyInterval = row is { AccuracyLow: { } low, AccuracyHigh: { } high } ? new Interval(low, high) : null,
        Seconds = row.Seconds,
        Timing = row.Timing,
        Tokens = row.Tokens,
        CostPerThousand = row.CostPerThousand,
        Price = row.Price,
        Coverage = row.Coverage,
        ExamVersion = row.ExamVersion,
        Repeats = row.Repeats,
        Parts = [.. (row.Parts ?? []).OfType<JsonPart>().Select(part => new ScorePart(PhraseOf(part.Name), part.Accuracy, Words.State(part.State)))],
    };

    private static Phrase PhraseOf(JsonNote? note) => new(note?.En ?? "", note?.Zh ?? "");
}
