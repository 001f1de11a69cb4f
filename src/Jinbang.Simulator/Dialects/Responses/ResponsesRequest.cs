using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Responses;

/// <summary>Reads requests for responses.</summary>
internal static class ResponsesRequest
{
    private static readonly string[] Roles = ["user", "assistant", "system", "developer"];

    /// <exception cref="RefusalException">An item of the input is not as it should be.</exception>
    public static Ask Read(JsonElement request)
    {
        var input = request.GetProperty("input");
        var instructions = request.At("instructions");
        var prompts = input.ValueKind == JsonValueKind.String ? [input.GetString()!] : input.EnumerateArray().Select(Words);
        return new Ask(request.GetProperty("model").GetString()!, string.Join('\n', instructions is null ? prompts : prompts.Prepend(instructions.Words())))
        {
            IsStream = request.At("stream")?.GetBoolean() == true,
            MostTokens = request.At("max_output_tokens")?.GetInt32(),
            HasSystemPrompt = instructions is not null,
        };
    }

    private static string Words(JsonElement item)
    {
        if (item.At("type")?.GetString() is not (null or "message"))
        {
            return "";
        }

        var role = item.At("role")?.GetString();
        return Roles.Contains(role) ? item.At("content").Words() : throw new RefusalException(new Problem(
            Trouble.OutOfRange, $"Invalid value: '{role}'. Supported values are: 'assistant', 'system', 'developer', and 'user'.")
        { Field = "input[0].role" });
    }
}
