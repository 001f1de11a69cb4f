using System.Text.Json.Serialization;

namespace Jinbang.Workspaces.Orders;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(OrderSheet))]
internal sealed partial class OrderJson : JsonSerializerContext;
