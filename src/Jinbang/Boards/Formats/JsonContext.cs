using System.Text.Json.Serialization;

namespace Jinbang.Boards.Formats;

[JsonSerializable(typeof(JsonBoard))]
[JsonSerializable(typeof(JsonBoards))]
internal sealed partial class JsonContext : JsonSerializerContext;
