using System.Text.Json.Serialization;

namespace Jinbang.Boards.Formats;

[JsonSerializable(typeof(JsonBoard))]
internal sealed partial class JsonContext : JsonSerializerContext;
