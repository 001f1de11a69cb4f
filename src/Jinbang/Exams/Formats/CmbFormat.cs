using System.Text.Json;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>CMB: exam_type, exam_class, exam_subject, question_type; options by letter in "option".</summary>
internal sealed class CmbFormat : JsonFormat
{
    /// <inheritdoc/>
    public override string Name => "CMB JSON";

    /// <inheritdoc/>
    protected override bool Recognises(JsonShape shape) => shape.Has("exam_class", "exam_subject", "question_type", "answer");

    /// <inheritdoc/>
    protected override DraftQuestion Fill(DraftQuestion draft, JsonElement row)
    {
        var options = JsonOptions.Of(row, "option");
        return draft with
        {
            Kind = KindWords.Find(JsonText.Of(row, "question_type")),
            Stem = JsonText.Of(row, "question"),
            Options = options,
            Key = JsonOptions.Key(row, "answer", options),
            Stratum = JsonText.Of(row, "exam_subject"),
            Explanation = JsonText.Of(row, "explanation"),
        };
    }
}
