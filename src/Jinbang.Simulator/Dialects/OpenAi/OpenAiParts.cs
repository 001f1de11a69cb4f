using System.Text.Json;
using Jinbang.Models;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.OpenAi;

/// <summary>What whole replies and the events of a stream have in common.</summary>
internal sealed class OpenAiParts(House house)
{
    public static void WriteHead(Utf8JsonWriter json, SimulatedReply reply, ReadOnlySpan<byte> kind)
    {
        json.WriteString("id"u8, reply.Id);
        json.WriteString("object"u8, kind);
        json.WriteNumber("created"u8, reply.Created.ToUnixTimeSeconds());
        json.WriteString("model"u8, reply.Model);
    }

    /// <summary>Writes thinking and text; of an event's delta one is null.</summary>
    public static void WriteWords(Utf8JsonWriter json, ThoughtForm form, string? thinking, string? text)
    {
        if (form == ThoughtForm.Parts && thinking is { Length: > 0 })
        {
            WriteParts(json, thinking, text);
            return;
        }

        if (text is not null)
        {
            json.WriteString("content"u8, text);
        }

        if (thinking is { Length: > 0 })
        {
            WriteThinking(json, form, thinking);
        }
    }

    public void WriteUsage(Utf8JsonWriter json, TokenUsage usage)
    {
        json.WriteStartObject("usage"u8);
        json.WriteNumber("prompt_tokens"u8, usage.Prompt);
        json.WriteNumber("completion_tokens"u8, usage.Completion - (house.IsThinkingApart ? usage.Reasoning ?? 0 : 0));
        json.WriteNumber("total_tokens"u8, usage.Total);
        if (usage.Reasoning is > 0 and var reasoning)
        {
            json.WriteStartObject("completion_tokens_details"u8);
            json.WriteNumber("reasoning_tokens"u8, reasoning);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void WriteModels(Utf8JsonWriter json, IEnumerable<SimulatedModel> models)
    {
        json.WriteStartObject();
        json.WriteString("object"u8, "list"u8);
        json.WriteStartArray("data"u8);
        foreach (var model in models)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, model.Name);
            json.WriteString("object"u8, "model"u8);
            json.WriteNumber("created"u8, 0);
            json.WriteString("owned_by"u8, "jinbang-simulator"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void WriteFinish(Utf8JsonWriter json, Finish finish) => json.WriteString("finish_reason"u8, house.Finishes[finish]);

    /// <summary>Writes the fields that the house adds to every object.</summary>
    public void WriteExtra(Utf8JsonWriter json)
    {
        foreach (var field in house.ReplyExtra)
        {
            field.WriteTo(json);
        }
    }

    private static void WriteThinking(Utf8JsonWriter json, ThoughtForm form, string thinking)
    {
        switch (form)
        {
            case ThoughtForm.ReasoningContent:
                json.WriteString("reasoning_content"u8, thinking);
                break;
            case ThoughtForm.Reasoning:
                json.WriteString("reasoning"u8, thinking);
                break;
            case ThoughtForm.Details:
                json.WriteStartArray("reasoning_details"u8);
                json.WriteStartObject();
                json.WriteString("type"u8, "reasoning.text"u8);
                json.WriteString("text"u8, thinking);
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case ThoughtForm.Hidden or ThoughtForm.Tags or ThoughtForm.Parts:
                break;
        }
    }

    // As Mistral has it: a list of parts, of which one holds parts of its own.
    private static void WriteParts(Utf8JsonWriter json, string thinking, string? text)
    {
        json.WriteStartArray("content"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "thinking"u8);
        json.WriteStartArray("thinking"u8);
        WriteText(json, thinking);
        json.WriteEndArray();
        json.WriteEndObject();
        if (text is not null)
        {
            WriteText(json, text);
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "text"u8);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }
}
