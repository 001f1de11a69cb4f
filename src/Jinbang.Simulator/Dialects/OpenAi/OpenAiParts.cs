using System.Text.Json;
using Jinbang.Models;

namespace Jinbang.Simulator.Dialects.OpenAi;

/// <summary>What whole replies and the events of a stream have in common.</summary>
internal static class OpenAiParts
{
    public static void WriteHead(Utf8JsonWriter json, SimulatedReply reply, ReadOnlySpan<byte> kind)
    {
        json.WriteString("id"u8, reply.Id);
        json.WriteString("object"u8, kind);
        json.WriteNumber("created"u8, reply.Created.ToUnixTimeSeconds());
        json.WriteString("model"u8, reply.Model);
    }

    public static void WriteFinish(Utf8JsonWriter json, Finish finish) => json.WriteString("finish_reason"u8, finish switch
    {
        Finish.Stop => "stop"u8,
        Finish.Length => "length"u8,
        Finish.Filter => "content_filter"u8,
    });

    public static void WriteUsage(Utf8JsonWriter json, TokenUsage usage)
    {
        json.WriteStartObject("usage"u8);
        json.WriteNumber("prompt_tokens"u8, usage.Prompt);
        json.WriteNumber("completion_tokens"u8, usage.Completion);
        json.WriteNumber("total_tokens"u8, usage.Total);
        if (usage.Reasoning is > 0 and var reasoning)
        {
            json.WriteStartObject("completion_tokens_details"u8);
            json.WriteNumber("reasoning_tokens"u8, reasoning);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
