using System.Text.Json.Serialization;

namespace Jinbang.Models.Providers.Batches;

/// <summary>Writes orders.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BatchOrder))]
internal sealed partial class BatchOrderJson : JsonSerializerContext;
