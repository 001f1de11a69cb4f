using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Jinbang.Models.Providers;

/// <summary>Token counts of all dialects and of their variations, as told.</summary>
internal struct TokenCounts
{
    private long? prompt;
    private long? completion;
    private long? total;
    private long? cached;
    private long? reasoning;
    private long? cacheRead;
    private long? cacheWritten;
    private ToldCost cost;

    /// <summary>Reads the value that follows; null when the counts are missing or impossible, for unknown is not zero.</summary>
    /// <param name="reader">Stands before the value.</param>
    /// <param name="mayBePart">Whether counts of the prompt or the reply alone are to be had too.</param>
    public static UsageDetails? Read(ref Utf8JsonReader reader, bool mayBePart = false)
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

        return mayBePart ? counts.AsPart().Told() : counts.Checked();
    }

    private void Take(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("prompt_tokens"u8) || reader.ValueTextEquals("input_tokens"u8) || reader.ValueTextEquals("promptTokenCount"u8))
        {
            prompt = Count(ref reader);
        }
        else if (reader.ValueTextEquals("completion_tokens"u8) || reader.ValueTextEquals("output_tokens"u8) || reader.ValueTextEquals("candidatesTokenCount"u8))
        {
            completion = Count(ref reader);
        }
        else if (reader.ValueTextEquals("total_tokens"u8) || reader.ValueTextEquals("totalTokenCount"u8))
        {
            total = Count(ref reader);
        }
        else if (reader.ValueTextEquals("cached_tokens"u8) || reader.ValueTextEquals("prompt_cache_hit_tokens"u8) || reader.ValueTextEquals("cachedContentTokenCount"u8))
        {
            cached = Count(ref reader) ?? cached;
        }
        else
        {
            TakeDetail(ref reader);
        }
    }

    private void TakeDetail(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("cache_read_input_tokens"u8))
        {
            cacheRead = Count(ref reader);
        }
        else if (reader.ValueTextEquals("cache_creation_input_tokens"u8))
        {
            cacheWritten = Count(ref reader);
        }
        else if (reader.ValueTextEquals("reasoning_tokens"u8))
        {
            reasoning = Count(ref reader);
        }
        else if (reader.ValueTextEquals("thoughtsTokenCount"u8))
        {
            // Gemini tells the words' tokens only when there are words, and adds the thoughts in the total alone.
            reasoning = Count(ref reader);
            completion ??= 0;
        }
        else
        {
            _ = cost.Take(ref reader);
        }
    }

    // Anthropic counts the cache beside the prompt, and tells prompt and reply in events of their own.
    private TokenCounts AsPart() => this with
    {
        prompt = prompt + (cacheRead ?? 0) + (cacheWritten ?? 0),
        cached = cacheRead,
    };

    private readonly UsageDetails? Checked() => prompt >= 0 && completion >= 0 ? Told() : null;

    private readonly UsageDetails Told()
    {
        // Some providers leave thinking out of completion_tokens, but never out of the total they bill.
        var reply = completion is { } words ? Math.Max(words, (total ?? 0) - (prompt ?? 0)) : (long?)null;
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
