using System.Globalization;
using System.Net.Http.Headers;

namespace Jinbang.Models.Providers;

/// <summary>Reads the headers by which providers tell of their rate limits.</summary>
/// <remarks>Forms after OpenAI's guide "Rate limits", Anthropic's page "Rate limits" and Groq's page "Rate Limits";
/// the short one is OpenRouter's and GitHub's.</remarks>
internal static class RateHeaders
{
    private static readonly string[][] RequestNames =
    [
        ["x-ratelimit-limit-requests", "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"],
        ["anthropic-ratelimit-requests-limit", "anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset"],
        ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"],
    ];

    // Where several are told the first is the nearest to what a call takes: prompt and reply together.
    private static readonly string[][] TokenNames =
    [
        ["x-ratelimit-limit-tokens", "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"],
        ["anthropic-ratelimit-tokens-limit", "anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset"],
        ["anthropic-ratelimit-input-tokens-limit", "anthropic-ratelimit-input-tokens-remaining", "anthropic-ratelimit-input-tokens-reset"],
    ];

    /// <summary>What an answer's head says; null when it says nothing of limits.</summary>
    /// <param name="headers">The head.</param>
    /// <param name="sentAt">When the call was sent.</param>
    /// <param name="time">The clock.</param>
    public static RateNotice? Of(HttpResponseHeaders headers, long sentAt, TimeProvider time)
    {
        var (requests, tokens) = (Window(headers, RequestNames, time), Window(headers, TokenNames, time));
        return requests is null && tokens is null ? null : new RateNotice(sentAt, requests, tokens);
    }

    private static RateWindow? Window(HttpResponseHeaders headers, string[][] spellings, TimeProvider time)
    {
        foreach (var names in spellings)
        {
            if (Count(headers, names[0]) is > 0 and var limit
                && Count(headers, names[1]) is { } remaining
                && ResetTime.Parse(Text(headers, names[2]), headers.Date, time.GetUtcNow()) is { } reset)
            {
                return new RateWindow(limit, Math.Clamp(remaining, 0, limit), reset);
            }
        }

        return null;
    }

    private static double? Count(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
        && double.IsFinite(count) ? count : null;

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
