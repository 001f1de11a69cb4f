using System.Text.Json;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>AGIEval: passage, question, options labelled "(A)", and a label, or a free answer where the label is null.</summary>
internal sealed class AgiEvalFormat : JsonFormat
{
    /// <inheritdoc/>
    public override string Name => "AGIEval JSON";

    /// <inheritdoc/>
    protected override bool Recognises(JsonShape shape) => shape.Has("passage", "question", "options", "label");

    /// <inheritdoc/>
    protected override DraftQuestion Fill(DraftQuestion draft, JsonElement row)
    {
        var options = JsonOptions.Of(row, "options");
        return draft with
        {
            Passage = JsonText.Of(row, "passage"),
            Stem = JsonText.Of(row, "question"),
            Options = options,
            Key = JsonOptions.Key(row, options.Count > 0 ? "label" : "answer", options),
        };
    }
}
