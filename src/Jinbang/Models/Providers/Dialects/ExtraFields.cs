using System.Text.Json;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>Request fields that a provider, a model and its way of thinking need besides the usual ones, which they replace.</summary>
internal sealed class ExtraFields
{
    private readonly Dictionary<string, JsonElement> fields = [];

    private ExtraFields()
    {
    }

    /// <summary>The provider's fields, then its switch for thinking, then the model's; of one name the last counts.</summary>
    /// <exception cref="BadInputException">One of them is not a JSON object, or the switch is missing.</exception>
    public static ExtraFields Of(Provider provider, Model model)
    {
        var extra = new ExtraFields();
        extra.Take(provider.Name, provider.ExtraFields);
        extra.Take(provider.Name, model.Thinking is { } thinks ? SwitchOf(provider, model, thinks) : null);
        extra.Take(model.Name, model.ExtraFields);
        return extra;
    }

    /// <summary>Whether a field is left to the dialect itself.</summary>
    public bool LeavesOut(string field) => !fields.ContainsKey(field);

    /// <summary>A field that was given and is not null.</summary>
    public JsonElement? Value(string field) =>
        fields.TryGetValue(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Writes the fields, but for those that are null and those that the caller writes itself.</summary>
    public void WriteTo(Utf8JsonWriter writer, string? except = null)
    {
        foreach (var (name, value) in fields)
        {
            if (value.ValueKind != JsonValueKind.Null && name != except)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }
    }

    private void Take(string owner, string? json)
    {
        using var document = json is null ? null : Parse(owner, json);
        foreach (var field in document?.RootElement.EnumerateObject() ?? default)
        {
            fields[field.Name] = field.Value.Clone();
        }
    }

    private static string SwitchOf(Provider provider, Model model, bool thinks) =>
        (model.ThinkingSwitch ?? provider.Thinking)?.Fields(thinks) ?? throw new BadInputException(new(
            $"{model.Name}: nobody knows how {provider.Title} is told {(thinks ? "to think" : "not to think")}. Give its entry in your catalogue file the request fields, as thinking: {{on: '{{…}}', off: '{{…}}'}}.",
            $"{model.Name}：不知道在 {provider.Title} 上如何{(thinks ? "开启" : "关闭")}思考。请在目录文件中该服务商的条目里写明请求字段：thinking: {{on: '{{…}}', off: '{{…}}'}}。"));

    private static JsonDocument Parse(string owner, string json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new JsonException("Not an object.");
        }
        catch (JsonException fault)
        {
            throw new BadInputException(new(
                $"The extra fields of {owner} are not a JSON object.", $"{owner} 的附加字段不是 JSON 对象。"), fault);
        }
    }
}
