using System.Text.Json;
using Jinbang.Models;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Responses;

/// <summary>Writes responses and their items.</summary>
internal static class ResponsesJson
{
    public static string ReasoningId(SimulatedReply reply) => "rs_" + reply.Id;

    public static string MessageId(SimulatedReply reply) => "msg_" + reply.Id;

    public static bool HasReasoning(SimulatedReply reply) => reply.Usage?.Reasoning > 0 || reply.Thinking.Length > 0;

    public static bool HasMessage(SimulatedReply reply) => reply is { HasChoices: true, Text.Length: > 0 };

    /// <summary>Writes a response, over or just begun.</summary>
    public static void WriteResponse(Utf8JsonWriter json, SimulatedReply reply, House house, bool isOver)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, "resp_" + reply.Id);
        json.WriteString("object"u8, "response"u8);
        json.WriteNumber("created_at"u8, reply.Created.ToUnixTimeSeconds());
        json.WriteString("status"u8, !isOver ? "in_progress"u8 : reply.Finish == Finish.Stop ? "completed"u8 : "incomplete"u8);
        json.WriteNull("error"u8);
        WriteIncomplete(json, isOver && reply.Finish != Finish.Stop ? house.Finishes[reply.Finish] : null);
        json.WriteNull("instructions"u8);
        json.WriteNull("metadata"u8);
        json.WriteString("model"u8, reply.Model);
        json.WriteStartArray("output"u8);
        if (isOver && HasReasoning(reply))
        {
            WriteReasoning(json, reply, isWhole: true);
        }

        if (isOver && HasMessage(reply))
        {
            WriteMessage(json, reply, isWhole: true);
        }

        json.WriteEndArray();
        json.WriteBoolean("parallel_tool_calls"u8, true);
        json.WriteString("tool_choice"u8, "auto"u8);
        json.WriteStartArray("tools"u8);
        json.WriteEndArray();
        if (isOver && reply.Usage is { } usage)
        {
            WriteUsage(json, usage);
        }

        json.WriteEndObject();
    }

    public static void WriteReasoning(Utf8JsonWriter json, SimulatedReply reply, bool isWhole)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, ReasoningId(reply));
        json.WriteString("type"u8, "reasoning"u8);
        json.WriteString("status"u8, isWhole ? "completed"u8 : "in_progress"u8);
        json.WriteStartArray("summary"u8);
        if (isWhole && reply.Thinking.Length > 0)
        {
            WriteSummary(json, reply.Thinking);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteSummary(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "summary_text"u8);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    public static void WriteMessage(Utf8JsonWriter json, SimulatedReply reply, bool isWhole)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, MessageId(reply));
        json.WriteString("type"u8, "message"u8);
        json.WriteString("status"u8, !isWhole ? "in_progress"u8 : reply.Finish == Finish.Stop ? "completed"u8 : "incomplete"u8);
        json.WriteString("role"u8, "assistant"u8);
        json.WriteStartArray("content"u8);
        if (isWhole)
        {
            WriteText(json, reply.Text);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteText(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "output_text"u8);
        json.WriteString("text"u8, text);
        json.WriteStartArray("annotations"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIncomplete(Utf8JsonWriter json, string? reason)
    {
        if (reason is null)
        {
            json.WriteNull("incomplete_details"u8);
            return;
        }

        json.WriteStartObject("incomplete_details"u8);
        json.WriteString("reason"u8, reason);
        json.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter json, TokenUsage usage)
    {
        json.WriteStartObject("usage"u8);
        json.WriteNumber("input_tokens"u8, usage.Prompt);
        json.WriteStartObject("input_tokens_details"u8);
        json.WriteNumber("cached_tokens"u8, 0);
        json.WriteEndObject();
        json.WriteNumber("output_tokens"u8, usage.Completion);
        json.WriteStartObject("output_tokens_details"u8);
        json.WriteNumber("reasoning_tokens"u8, usage.Reasoning ?? 0);
        json.WriteEndObject();
        json.WriteNumber("total_tokens"u8, usage.Total);
        json.WriteEndObject();
    }
}
