using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Gemini;

/// <summary>Reads requests of generateContent.</summary>
internal static class GeminiRequest
{
    private const string Whole = "generateContent";
    private const string Stream = "streamGenerateContent";

    /// <exception cref="RefusalException">The path names no model and method, or a role is none of the dialect's.</exception>
    public static Ask Read(HttpRequest head, JsonElement request)
    {
        var call = head.RouteValues[GeminiDialect.Call]?.ToString() ?? "";
        var colon = call.LastIndexOf(':');
        var method = call[(colon + 1)..];
        if (colon <= 0 || method is not (Whole or Stream) || (method == Stream && head.Query["alt"] != "sse"))
        {
            throw new RefusalException(Trouble.BadRequest, $"Ask MODEL:{Whole}, or MODEL:{Stream} with alt=sse; other methods are not simulated.");
        }

        var system = request.At("systemInstruction.parts");
        var prompts = request.GetProperty("contents").EnumerateArray().Select(Words);
        return new Ask(call[..colon], string.Join('\n', system is null ? prompts : prompts.Prepend(system.Words())))
        {
            IsStream = method == Stream,
            Seed = request.At("generationConfig.seed")?.GetInt64(),
            MostTokens = request.At("generationConfig.maxOutputTokens")?.GetInt32(),
            HasSystemPrompt = system is not null,
        };
    }

    private static string Words(JsonElement content) => content.At("role")?.GetString() is null or "user" or "model" or "function"
        ? content.At("parts").Words()
        : throw new RefusalException(Trouble.BadRequest, "Please use a valid role: user, model.");
}
