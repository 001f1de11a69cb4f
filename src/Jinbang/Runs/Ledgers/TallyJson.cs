using System.Text.Json;
using System.Text.Json.Serialization;
using Jinbang.Grading;

namespace Jinbang.Runs.Ledgers;

/// <summary>A sitting's sums as JSON, for the ledger.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Tally))]
internal sealed partial class TallyJson : JsonSerializerContext
{
    public static string Write(Tally tally) => JsonSerializer.Serialize(tally, Default.Tally);

    /// <summary>The sums; null when they are damaged or of another version, for they can be counted anew.</summary>
    public static SittingSums? Read(string mark, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.Tally) is { } tally ? new SittingSums(mark, tally) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
