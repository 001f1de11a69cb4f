using System.Text.Json;
using Jinbang.Models;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Gemini;

/// <summary>Writes replies of generateContent.</summary>
internal static class GeminiJson
{
    /// <summary>Writes a whole reply or one event of a stream.</summary>
    public static void Write(Utf8JsonWriter json, GeminiPart part, House house)
    {
        json.WriteStartObject();
        if (part.Reply.IsPromptWithheld)
        {
            json.WriteStartObject("promptFeedback"u8);
            json.WriteString("blockReason"u8, house.Finishes[Finish.Filter]);
            json.WriteEndObject();
        }
        else if (part.Reply.HasChoices)
        {
            WriteCandidates(json, part, house);
        }

        if (part.Reply.Usage is { } usage)
        {
            WriteUsage(json, usage);
        }

        json.WriteString("modelVersion"u8, part.Reply.Model);
        json.WriteString("responseId"u8, part.Reply.Id);
        json.WriteEndObject();
    }

    private static void WriteCandidates(Utf8JsonWriter json, GeminiPart part, House house)
    {
        json.WriteStartArray("candidates"u8);
        json.WriteStartObject();
        if (part.Reply.Finish != Finish.Filter || !part.IsLast)
        {
            json.WriteStartObject("content"u8);
            json.WriteStartArray("parts"u8);
            WriteText(json, part.Thinking, isThought: true);
            WriteText(json, part.Text, isThought: false);
            json.WriteEndArray();
            json.WriteString("role"u8, "model"u8);
            json.WriteEndObject();
        }

        if (part.IsLast)
        {
            json.WriteString("finishReason"u8, house.Finishes[part.Reply.Finish]);
        }

        json.WriteNumber("index"u8, 0);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string? text, bool isThought)
    {
        if (text is not { Length: > 0 })
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("text"u8, text);
        if (isThought)
        {
            json.WriteBoolean("thought"u8, true);
        }

        json.WriteEndObject();
    }

    // Unlike with the others, the candidates' tokens leave out those of thoughts.
    private static void WriteUsage(Utf8JsonWriter json, TokenUsage usage)
    {
        json.WriteStartObject("usageMetadata"u8);
        json.WriteNumber("promptTokenCount"u8, usage.Prompt);
        json.WriteNumber("candidatesTokenCount"u8, usage.Completion - (usage.Reasoning ?? 0));
        json.WriteNumber("totalTokenCount"u8, usage.Total);
        if (usage.Reasoning is > 0 and var thoughts)
        {
            json.WriteNumber("thoughtsTokenCount"u8, thoughts);
        }

        json.WriteEndObject();
    }
}
