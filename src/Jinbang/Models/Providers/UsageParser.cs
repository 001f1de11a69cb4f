using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers;

/// <summary>Reads token counts of the dialect and of its variations.</summary>
internal static class UsageParser
{
    /// <summary>Reads the value that follows; null when the counts are missing or impossible, for unknown is not zero.</summary>
    public static UsageDetails? Read(ref Utf8JsonReader reader)
    {
        long? prompt = null, completion = null, total = null, cached = null, reasoning = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        // The details are objects within; their members have names of their own, so that one flat pass reads all.
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

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
        }

        return Checked(prompt, completion, total, cached, reasoning);
    }

    private static UsageDetails? Checked(long? prompt, long? completion, long? total, long? cached, long? reasoning)
    {
        if (prompt is not >= 0 || completion is not >= 0)
        {
            return null;
        }

        // Some providers leave thinking out of completion_tokens, but never out of the total they bill.
        completion = Math.Max(completion.Value, (total ?? 0) - prompt.Value);
        return new UsageDetails
        {
            InputTokenCount = prompt,
            OutputTokenCount = completion,
            TotalTokenCount = prompt + completion,
            CachedInputTokenCount = cached >= 0 && cached <= prompt ? cached : null,
            ReasoningTokenCount = reasoning >= 0 && reasoning <= completion ? reasoning : null,
        };
    }

    private static long? Count(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var count) && Math.Abs(count) <= int.MaxValue)
        {
            return (long)count;
        }

        reader.Skip();
        return null;
    }
}
