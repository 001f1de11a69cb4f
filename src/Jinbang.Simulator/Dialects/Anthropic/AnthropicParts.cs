using System.Text.Json;
using Jinbang.Models;

namespace Jinbang.Simulator.Dialects.Anthropic;

/// <summary>What whole replies and the events of a stream have in common.</summary>
internal static class AnthropicParts
{
    /// <summary>Stands for the signature that only Anthropic can make.</summary>
    public const string Signature = "c2ltdWxhdGVk";

    public static void WriteHead(Utf8JsonWriter json, SimulatedReply reply)
    {
        json.WriteString("id"u8, "msg_" + reply.Id);
        json.WriteString("type"u8, "message"u8);
        json.WriteString("role"u8, "assistant"u8);
        json.WriteString("model"u8, reply.Model);
    }

    public static void WriteThinking(Utf8JsonWriter json, string thinking, string signature)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "thinking"u8);
        json.WriteString("thinking"u8, thinking);
        json.WriteString("signature"u8, signature);
        json.WriteEndObject();
    }

    public static void WriteText(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "text"u8);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    /// <summary>Writes the tokens; thinking counts as output and is not told apart.</summary>
    public static void WriteUsage(Utf8JsonWriter json, TokenUsage? usage, int output)
    {
        if (usage is null)
        {
            return;
        }

        json.WriteStartObject("usage"u8);
        json.WriteNumber("input_tokens"u8, usage.Prompt);
        json.WriteNumber("cache_creation_input_tokens"u8, 0);
        json.WriteNumber("cache_read_input_tokens"u8, 0);
        json.WriteNumber("output_tokens"u8, output);
        json.WriteString("service_tier"u8, "standard"u8);
        json.WriteEndObject();
    }
}
