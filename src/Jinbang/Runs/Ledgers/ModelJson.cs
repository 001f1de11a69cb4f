using System.Text.Json;
using System.Text.Json.Serialization;
using Jinbang.Models;

namespace Jinbang.Runs.Ledgers;

/// <summary>A model's description as JSON, for the ledger.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Model))]
internal sealed partial class ModelJson : JsonSerializerContext
{
    public static string Write(Model model) => JsonSerializer.Serialize(model, Default.Model);

    public static Model Read(string json) => JsonSerializer.Deserialize(json, Default.Model)
        ?? throw new JsonException("A model's description is null.");
}
