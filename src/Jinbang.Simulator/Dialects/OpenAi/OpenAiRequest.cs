using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.OpenAi;

/// <summary>Reads chat completion requests.</summary>
internal static class OpenAiRequest
{
    /// <exception cref="JsonException">The request is not as it should be.</exception>
    /// <exception cref="InvalidOperationException">A part of it is of the wrong kind.</exception>
    /// <exception cref="RefusalException">A message's role is none of those that the house has.</exception>
    public static Ask Read(JsonElement request, IReadOnlyList<string> roles)
    {
        if (Part(request, "model") is not { ValueKind: JsonValueKind.String } model)
        {
            throw new JsonException("you must provide a model parameter");
        }

        if (Part(request, "n") is { } count && count.GetInt32() != 1)
        {
            throw new JsonException("'n' other than 1 is not simulated");
        }

        return new Ask(model.GetString()!, Prompt(request))
        {
            Seed = (Part(request, "seed") ?? Part(request, "random_seed"))?.GetInt64(),
            IsStream = IsTrue(request, "stream"),
            WantsUsage = Part(request, "stream_options") is { } wishes && IsTrue(wishes, "include_usage"),
            MostTokens = MostTokens(request),
            HasSystemPrompt = HasSystemPrompt(request, roles),
        };
    }

    private static string Prompt(JsonElement request)
    {
        if (Part(request, "messages") is not { ValueKind: JsonValueKind.Array } messages || messages.GetArrayLength() == 0)
        {
            throw new JsonException("'messages' must be a list with at least one message");
        }

        return string.Join('\n', messages.EnumerateArray().SelectMany(Texts));
    }

    private static bool HasSystemPrompt(JsonElement request, IReadOnlyList<string> roles)
    {
        var has = false;
        foreach (var message in request.GetProperty("messages").EnumerateArray())
        {
            var role = Part(message, "role")?.GetString();
            has |= role is "system" or "developer";
            if (roles.Count > 0 && !roles.Contains(role))
            {
                throw new RefusalException(new Problem(Trouble.BadRequest, $"The role '{role}' is none of {string.Join(", ", roles)}.") { Field = "messages" });
            }
        }

        return has;
    }

    private static IEnumerable<string> Texts(JsonElement message) => Part(message, "content") switch
    {
        null => [],
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { } parts => parts.EnumerateArray().Select(part => Part(part, "text")?.GetString() ?? ""),
    };

    private static int? MostTokens(JsonElement request)
    {
        var limit = (Part(request, "max_completion_tokens") ?? Part(request, "max_tokens"))?.GetInt32();
        return limit is null or > 0 ? limit : throw new JsonException("the token limit must be above 0");
    }

    private static bool IsTrue(JsonElement within, string name) => Part(within, name)?.GetBoolean() == true;

    private static JsonElement? Part(JsonElement within, string name) =>
        within.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;
}
