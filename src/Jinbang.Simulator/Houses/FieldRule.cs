using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jinbang.Simulator.Houses;

/// <summary>What a field of a request may hold.</summary>
/// <param name="Path">Where the field is, such as thinking.type.</param>
/// <param name="Expected">The rule as it is written: string, boolean, array, object, any, number 0..2, integer 1.., words such as
/// low|high, or refused; ! after it for a field that must be there; bounds such as 0&lt;..&lt;2 leave out their ends, and count a list's items.</param>
internal sealed partial record FieldRule(string Path, string Expected)
{
    private static readonly string[] Kinds = ["string", "boolean", "array", "object", "number", "integer", "any"];

    private readonly Match form = Form().Match(Expected);

    /// <summary>Whether the model does not take the field.</summary>
    public bool IsRefused => Expected == "refused";

    /// <summary>What is wrong with a request's field; null for nothing.</summary>
    public Trouble? Check(JsonElement request)
    {
        if (request.At(Path) is not { } value)
        {
            return form.Groups["must"].Success && HasParent(request) ? Trouble.MissingField : null;
        }

        return IsRefused ? Trouble.UnsupportedField
            : !Kinds.Contains(Alternatives[0]) ? (Alternatives.Contains(value.ToString()) ? null : Trouble.OutOfRange)
            : !Array.Exists(Alternatives, kind => IsOf(kind, value)) ? Trouble.WrongType
            : IsWithin(value) ? null
            : Trouble.OutOfRange;
    }

    private string[] Alternatives => form.Groups["kind"].Value.Split('|');

    // A field that must be there must be so only within a parent that is there.
    private bool HasParent(JsonElement request) => Path.LastIndexOf('.') is var dot && (dot < 0 || request.At(Path[..dot]) is not null);

    private static bool IsOf(string kind, JsonElement value) => kind switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => true,
    };

    private bool IsWithin(JsonElement value)
    {
        double? size = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.Array => value.GetArrayLength(),
            _ => null,
        };
        var (least, most) = (Bound("least"), Bound("most"));
        return size is null
            || ((least is null || size > least || (size == least && !form.Groups["above"].Success))
                && (most is null || size < most || (size == most && !form.Groups["below"].Success)));
    }

    private double? Bound(string name) => form.Groups[name] is { Length: > 0 } bound ? double.Parse(bound.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<kind>[^! ]+)(?<must>!)?( (?<least>-?[0-9]+(\.[0-9]+)?)?(?<above><)?\.\.(?<below><)?(?<most>-?[0-9]+(\.[0-9]+)?)?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
