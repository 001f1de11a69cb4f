using System.Text.Json;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>CMExam, CNMLEQA, MedQA and their kin: options by letter in an object, the key as letters.</summary>
internal sealed class CmExamFormat : JsonFormat
{
    /// <inheritdoc/>
    public override string Name => "CMExam JSON";

    /// <inheritdoc/>
    protected override bool Recognises(JsonShape shape) =>
        shape.Has("question", "answer") && shape.Kind("options") is JsonValueKind.Object;

    /// <inheritdoc/>
    protected override DraftQuestion Fill(DraftQuestion draft, JsonElement row)
    {
        var options = JsonOptions.Of(row, "options");
        var word = JsonText.Of(row, "question_type");
        var kind = KindWords.Find(word);
        return draft with
        {
            Kind = kind,
            Stem = JsonText.Of(row, "question"),
            Options = options,
            Key = JsonOptions.Key(row, "answer", options),
            Stratum = JsonText.Of(row, "subject") ?? (kind is null ? word : null),
            Explanation = JsonText.Of(row, "explanation"),
        };
    }
}
