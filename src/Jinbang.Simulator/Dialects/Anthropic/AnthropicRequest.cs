using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Anthropic;

/// <summary>Reads requests for messages.</summary>
internal static class AnthropicRequest
{
    /// <exception cref="RefusalException">Roles or settings do not go together.</exception>
    public static Ask Read(JsonElement request)
    {
        CheckThinking(request);
        var messages = request.GetProperty("messages").EnumerateArray().Select(Words);
        var system = request.At("system");
        return new Ask(request.GetProperty("model").GetString()!, string.Join('\n', system is null ? messages : messages.Prepend(system.Words())))
        {
            IsStream = request.At("stream")?.GetBoolean() == true,
            MostTokens = request.GetProperty("max_tokens").GetInt32(),
            HasSystemPrompt = system is not null,
        };
    }

    private static string Words(JsonElement message, int index)
    {
        var role = message.At("role")?.GetString();
        return role is "user" or "assistant" ? message.At("content").Words() : throw new RefusalException(Trouble.BadRequest, role == "system"
            ? $"messages: Unexpected role \"system\". The Messages API accepts a top-level `system` parameter, not \"system\" as an input message role."
            : $"messages.{index}.role: Input should be 'user' or 'assistant'");
    }

    // As "Building with extended thinking" has it.
    private static void CheckThinking(JsonElement request)
    {
        var isEnabled = request.At("thinking.type")?.GetString() == "enabled";
        if (!isEnabled)
        {
            return;
        }

        var budget = request.At("thinking.budget_tokens")?.GetInt32()
            ?? throw new RefusalException(Trouble.BadRequest, "thinking.enabled.budget_tokens: Field required");
        var fault = budget < 1024 ? "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024"
            : budget >= request.GetProperty("max_tokens").GetInt32() ? "`max_tokens` must be greater than `thinking.budget_tokens`."
            : request.At("temperature") is { } temperature && temperature.GetDouble() != 1 ? "`temperature` may only be set to 1 when thinking is enabled."
            : request.At("top_p") is { } share && share.GetDouble() < 0.95 ? "`top_p` must be greater than or equal to 0.95 or unset when thinking is enabled."
            : request.At("top_k") is not null ? "`top_k` must be unset when thinking is enabled."
            : null;
        if (fault is not null)
        {
            throw new RefusalException(Trouble.BadRequest, fault);
        }
    }
}
