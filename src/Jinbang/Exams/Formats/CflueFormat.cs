using System.Text.Json;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>CFLUE and MMLU's own JSON: the options in "choices", as a Python literal or a list.</summary>
internal sealed class CflueFormat : JsonFormat
{
    /// <inheritdoc/>
    public override string Name => "CFLUE JSON";

    /// <inheritdoc/>
    protected override bool Recognises(JsonShape shape) => shape.Has("question", "choices", "answer");

    /// <inheritdoc/>
    protected override DraftQuestion Fill(DraftQuestion draft, JsonElement row)
    {
        var options = JsonOptions.Of(row, "choices");
        return draft with
        {
            Kind = KindWords.Find(JsonText.Of(row, "task")),
            Stem = JsonText.Of(row, "question"),
            Options = options,
            Key = JsonOptions.Key(row, "answer", options),
            Stratum = JsonText.Of(row, "名称") ?? JsonText.Of(row, "subject"),
            Explanation = JsonText.Of(row, "analysis"),
        };
    }
}
