using System.Text.Json;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>IFEval and its kin: a prompt, the ids of its instructions, and each one's arguments in "kwargs".</summary>
internal sealed class IfevalFormat : JsonFormat
{
    /// <inheritdoc/>
    public override string Name => "IFEval JSON";

    /// <inheritdoc/>
    protected override bool Recognises(JsonShape shape) => shape.Has("prompt", "instruction_id_list", "kwargs");

    /// <inheritdoc/>
    protected override DraftQuestion Fill(DraftQuestion draft, JsonElement row)
    {
        var ids = List(row, "instruction_id_list");
        var arguments = List(row, "kwargs");
        return draft with
        {
            Id = JsonText.Of(row, "key") ?? draft.Id,
            Kind = QuestionKind.Instructions,
            Stem = JsonText.Of(row, "prompt"),
            Instructions = [.. ids.Zip(arguments, (id, values) => new DraftInstruction(draft.Place.Line, JsonText.Of(id), Arguments(values)))],
            Faults = ids.Count == arguments.Count ? draft.Faults : [.. draft.Faults, new Fault(draft.Place.Line, Uneven(ids.Count, arguments.Count))],
        };
    }

    private static List<JsonElement> List(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    // Some copies name every argument of every kind, with null where it does not apply.
    private static Dictionary<string, IReadOnlyList<string>> Arguments(JsonElement values) =>
        values.ValueKind != JsonValueKind.Object ? [] : values.EnumerateObject()
            .Where(field => field.Value.ValueKind != JsonValueKind.Null)
            .DistinctBy(JsonText.Name)
            .ToDictionary(JsonText.Name, field => JsonOptions.Key(values, JsonText.Name(field), []));

    private static Phrase Uneven(int ids, int arguments) => new(
        $"The row has {ids} ids in instruction_id_list but {arguments} entries in kwargs; each id needs one.",
        $"该行 instruction_id_list 有 {ids} 项，而 kwargs 有 {arguments} 项；应一一对应。");
}
