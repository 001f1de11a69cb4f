using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Jinbang.Tests;

/// <summary>Reads YAML as JSON, and holds it against a JSON schema, as editors do.</summary>
internal static class YamlSchema
{
    public static bool Accepts(JsonSchema schema, string yaml) => schema.Evaluate(JsonSerializer.SerializeToElement(Documents(yaml).FirstOrDefault())).IsValid;

    /// <summary>What the YAML says, as JSON; what a mapping takes over with &lt;&lt; is its own where it says nothing else.</summary>
    public static List<JsonNode?> Documents(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. stream.Documents.Select(document => Json(document.RootNode))];
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => Whole(map),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } truth => truth.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } plain when decimal.TryParse(plain.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => throw new InvalidOperationException("a node of an unknown kind"),
    };

    private static JsonObject Whole(YamlMappingNode map)
    {
        var takenOver = new YamlScalarNode("<<");
        var whole = map.Children.TryGetValue(takenOver, out var other) ? Json(other)!.AsObject() : [];
        foreach (var child in map.Children.Where(child => !child.Key.Equals(takenOver)))
        {
            whole[((YamlScalarNode)child.Key).Value!] = Json(child.Value);
        }

        return whole;
    }
}
