using System.Text.Json;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>MMLU-Pro: options as a list, the key as a letter in "answer" or a place in "answer_index".</summary>
internal sealed class MmluProFormat : JsonFormat
{
    /// <inheritdoc/>
    public override string Name => "MMLU-Pro JSON";

    /// <inheritdoc/>
    protected override bool Recognises(JsonShape shape) =>
        shape.Has("question") && (shape.Has("answer") || shape.Has("answer_index")) && shape.Kind("options") is JsonValueKind.Array;

    /// <inheritdoc/>
    protected override DraftQuestion Fill(DraftQuestion draft, JsonElement row)
    {
        var options = JsonOptions.Of(row, "options");
        return draft with
        {
            Stem = JsonText.Of(row, "question"),
            Options = options,
            Key = JsonOptions.Key(row, row.TryGetProperty("answer", out _) ? "answer" : "answer_index", options),
            Stratum = JsonText.Of(row, "category"),
        };
    }
}
