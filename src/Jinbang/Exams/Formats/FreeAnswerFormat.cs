using System.Text.Json;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>Math24o, GSM8K and their kin: a question and a number or short text as its answer.</summary>
internal sealed class FreeAnswerFormat : JsonFormat
{
    /// <inheritdoc/>
    public override string Name => "question and answer JSON";

    /// <inheritdoc/>
    protected override bool Recognises(JsonShape shape) =>
        shape.Has("question") && (shape.Has("answer") || shape.Has("ref_answer")) && !shape.Has("options") && !shape.Has("choices");

    /// <inheritdoc/>
    protected override DraftQuestion Fill(DraftQuestion draft, JsonElement row)
    {
        var name = row.TryGetProperty("ref_answer", out _) ? "ref_answer" : "answer";
        return draft with
        {
            Stem = JsonText.Of(row, "question"),
            Key = [.. JsonOptions.Key(row, name, []).Select(Final)],
        };
    }

    // GSM8K writes its working first and the answer after "####".
    private static string Final(string answer) => answer[(answer.LastIndexOf("# ", StringComparison.Ordinal) is var mark and >= 0 ? mark + 1 : 0)..].Trim();
}
