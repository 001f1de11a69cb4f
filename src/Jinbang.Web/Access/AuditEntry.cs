using System.Text.Json;

namespace Jinbang.Web.Access;

/// <summary>A deed that was recorded.</summary>
/// <param name="At">When.</param>
/// <param name="Who">By whom.</param>
/// <param name="From">From which address; null when unknown.</param>
/// <param name="Deed">What.</param>
/// <param name="Facts">To what, and what it cost.</param>
internal sealed record AuditEntry(DateTimeOffset At, string Who, string? From, string Deed, IReadOnlyDictionary<string, JsonElement> Facts)
{
    /// <summary>Reads a line; null for one that was torn by the end of the machine.</summary>
    public static AuditEntry? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditEntry>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
