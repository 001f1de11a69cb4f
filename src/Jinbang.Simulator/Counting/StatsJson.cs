using System.Text.Json;

namespace Jinbang.Simulator.Counting;

/// <summary>Stats as JSON.</summary>
internal static class StatsJson
{
    public static void Write(Utf8JsonWriter json, Stats stats)
    {
        json.WriteStartObject();
        json.WriteNumber("requests"u8, stats.Requests);
        json.WriteNumber("replies"u8, stats.Replies);
        json.WriteNumber("paid"u8, stats.Paid);
        json.WriteNumber("unpaid"u8, stats.Unpaid);
        json.WriteNumber("repeated"u8, stats.Repeated);
        json.WriteNumber("repeated_paid"u8, stats.RepeatedPaid);
        json.WriteNumber("abandoned"u8, stats.Abandoned);
        json.WriteNumber("prompt_tokens"u8, stats.PromptTokens);
        json.WriteNumber("completion_tokens"u8, stats.CompletionTokens);
        json.WriteNumber("in_flight"u8, stats.InFlight);
        json.WriteNumber("max_in_flight"u8, stats.MostInFlight);
        json.WriteNumber("peak_per_second"u8, stats.PeakPerSecond);
        Write(json, "by_status", stats.ByStatus);
        Write(json, "by_model", stats.ByModel);
        Write(json, "prompt_tokens_by_model", stats.TokensByModel.ToDictionary(paid => paid.Key, paid => paid.Value.Prompt));
        Write(json, "completion_tokens_by_model", stats.TokensByModel.ToDictionary(paid => paid.Key, paid => paid.Value.Completion));
        Write(json, "by_fault", stats.ByFault);
        Write(json, "by_batch_call", stats.ByBatchCall);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IReadOnlyDictionary<T, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber($"{key}", count);
        }

        json.WriteEndObject();
    }
}
