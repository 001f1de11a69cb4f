using System.Text.Json.Serialization;

namespace Jinbang.Boards.Sites;

[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SiteManifest))]
internal sealed partial class SiteJson : JsonSerializerContext;
