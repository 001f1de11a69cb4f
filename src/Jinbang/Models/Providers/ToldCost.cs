using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers;

/// <summary>What a provider says a call cost, beside the token counts.</summary>
/// <remarks><para>OpenRouter: <c>cost</c> in its currency, and where the call was billed by another (<c>is_byok</c>) that one's
/// <c>cost_details.upstream_inference_cost</c> too (openrouter.ai/docs/use-cases/usage-accounting). xAI: <c>cost_in_usd_ticks</c>, ten billion to
/// the dollar (docs.x.ai/developers/cost-tracking).</para>
/// <para>It travels as a count of ticks, ten billion to the unit of the provider's currency, since
/// <see cref="UsageDetails.AdditionalCounts"/> holds whole numbers.</para></remarks>
internal struct ToldCost
{
    private const string Ticks = "cost_ticks";
    private const long TicksPerUnit = 10_000_000_000;

    /// <summary>No single call costs more, whatever the currency; who says so is not believed.</summary>
    private const decimal Most = 1000;

    private decimal? units;
    private decimal? upstream;
    private bool isUpstreamBilled;

    /// <summary>Takes the value of a member where it tells of costs.</summary>
    /// <returns>False when it does not; then nothing was read.</returns>
    public bool Take(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("cost"u8))
        {
            units = Amount(ref reader) ?? units;
        }
        else if (reader.ValueTextEquals("cost_in_usd_ticks"u8))
        {
            units = Amount(ref reader) / TicksPerUnit ?? units;
        }
        else if (reader.ValueTextEquals("upstream_inference_cost"u8))
        {
            upstream = Amount(ref reader);
        }
        else if (reader.ValueTextEquals("is_byok"u8))
        {
            isUpstreamBilled = reader.Read() && reader.TokenType == JsonTokenType.True;
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>The cost as a further count; null when none was told, or none that can be believed.</summary>
    public readonly AdditionalPropertiesDictionary<long>? AsCounts()
    {
        var told = isUpstreamBilled ? units + upstream : units;
        return told is >= 0 and <= Most ? new() { [Ticks] = (long)(told.Value * TicksPerUnit) } : null;
    }

    /// <summary>The cost among a reply's counts in the provider's currency; null when it is not told.</summary>
    public static decimal? In(UsageDetails? usage) =>
        usage?.AdditionalCounts?.TryGetValue(Ticks, out var ticks) == true ? (decimal)ticks / TicksPerUnit : null;

    private static decimal? Amount(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var amount) ? amount : null;
    }
}
