using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Jinbang.Boards.Formats;

/// <summary>Everything a board holds, for programs: shares from 0 to 1, seconds, tokens and yuan, all unrounded, null
/// where unknown. <c>accuracyLow</c> and <c>accuracyHigh</c> are <see cref="BoardRow.AccuracyInterval"/>.</summary>
public sealed class JsonFormat : BoardFormat
{
    // Chinese stays readable; <, >, & and quotes are escaped, so that the text may stand within a page.
    private static readonly JsonContext Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <inheritdoc/>
    public override string Extension => "json";

    /// <inheritdoc/>
    public override void Write(Board board, Stream output) =>
        JsonSerializer.Serialize(output, Document(board), Context.JsonBoard);

    /// <summary>Writes several boards as one document: their list under <c>boards</c>.</summary>
    public static void WriteAll(IEnumerable<Board> boards, Stream output) =>
        JsonSerializer.Serialize(output, new JsonBoards([.. boards.Select(Document)]), Context.JsonBoards);

    /// <summary>Reads what was written; anything may be missing.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    internal static JsonBoard Parse(JsonElement board) =>
        board.Deserialize(Context.JsonBoard) ?? throw new JsonException("null");

    private static JsonBoard Document(Board board) => new(
        1,
        board.Title,
        board.FileName,
        board.Language.Code(),
        board.Edition,
        board.Questions > 0 ? board.Questions : null,
        board.ExamVersion,
        board.ChanceLevel,
        board.Separation,
        [.. board.Notes.Select(note => new JsonNote(note.English, note.Chinese))],
        [.. board.Rows.Select(Row)],
        board.Judging);

    private static JsonRow Row(BoardRow row) => new(
        row.Rank > 0 ? row.Rank : null,
        row.Tied,
        row.LikelyRank,
        row.ProvenRank,
        row.BestChance,
        row.Model,
        row.Host.Length > 0 ? row.Host : null,
        row.IsNew,
        row.House,
        Words.Code(row.Openness),
        Words.Code(row.State),
        row.Accuracy,
        row.AccuracyInterval?.Low,
        row.AccuracyInterval?.High,
        row.Seconds,
        row.Timing,
        row.Tokens,
        row.CostPerThousand,
        row.Price,
        row.Coverage,
        row.ExamVersion,
        row.PublishedBy,
        row.Exams,
        row.Stability,
        row.Parts.Count > 0 ? [.. row.Parts.Select(Part)] : null,
        row.Repeats);

    private static JsonPart Part(ScorePart part) =>
        new(new JsonNote(part.Name.English, part.Name.Chinese), Words.Code(part.State), part.Accuracy, part.Interval?.Low, part.Interval?.High);
}
