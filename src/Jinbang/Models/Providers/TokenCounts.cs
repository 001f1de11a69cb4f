using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers;

/// <summary>Token counts of the dialect and of its variations, as told.</summary>
internal struct TokenCounts
{
    private long? prompt;
    private long? completion;
    private long? total;
    private long? cached;
    private long? reasoning;
    private ToldCost cost;

    /// <summary>Reads the value that follows; null when the counts are missing or impossible, for unknown is not zero.</summary>
    public static UsageDetails? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        // The details are objects within; their members have names of their own, so that one flat pass reads all.
        var depth = reader.CurrentDepth;
        var counts = default(TokenCounts);
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                counts.Take(ref reader);
            }
        }

        return counts.Checked();
    }

    private void Take(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("prompt_tokens"u8))
        {
            prompt = Count(ref reader);
        }
        else if (reader.ValueTextEquals("completion_tokens"u8))
        {
            completion = Count(ref reader);
        }
        else if (reader.ValueTextEquals("total_tokens"u8))
        {
            total = Count(ref reader);
        }
        else if (reader.ValueTextEquals("cached_tokens"u8) || reader.ValueTextEquals("prompt_cache_hit_tokens"u8))
        {
            cached = Count(ref reader) ?? cached;
        }
        else if (reader.ValueTextEquals("reasoning_tokens"u8))
        {
            reasoning = Count(ref reader);
        }
        else
        {
            _ = cost.Take(ref reader);
        }
    }

    private readonly UsageDetails? Checked()
    {
        if (prompt is not >= 0 || completion is not >= 0)
        {
            return null;
        }

        // Some providers leave thinking out of completion_tokens, but never out of the total they bill.
        var reply = Math.Max(completion.Value, (total ?? 0) - prompt.Value);
        return new UsageDetails
        {
            InputTokenCount = prompt,
            OutputTokenCount = reply,
            TotalTokenCount = prompt + reply,
            CachedInputTokenCount = cached >= 0 && cached <= prompt ? cached : null,
            AdditionalCounts = cost.AsCounts(),
            ReasoningTokenCount = reasoning >= 0 && reasoning <= reply ? reasoning : null,
        };
    }

    private static long? Count(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var count) && Math.Abs(count) <= TokenUsage.Most)
        {
            return (long)count;
        }

        // An object's members follow, and the flat pass reads them.
        return null;
    }
}
