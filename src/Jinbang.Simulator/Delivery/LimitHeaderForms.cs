using System.Globalization;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Simulator.Delivery;

/// <summary>Writes limits into an answer's head in the form that a provider has.</summary>
internal static class LimitHeaderForms
{
    /// <summary>Tells how the limits stand.</summary>
    /// <param name="form">The form.</param>
    /// <param name="head">The head of the answer.</param>
    /// <param name="requests">Requests; null when not limited.</param>
    /// <param name="tokens">Tokens; null when not limited.</param>
    /// <param name="wait">How long a refused request should wait; null when it was taken or that is not known.</param>
    /// <param name="now">The time of day.</param>
    public static void Tell(
        this LimitHeaders form, IHeaderDictionary head, Allowance? requests, Allowance? tokens, TimeSpan? wait, DateTimeOffset now)
    {
        switch (form)
        {
            case LimitHeaders.OpenAi:
                TellOpenAi(head, "requests", requests);
                TellOpenAi(head, "tokens", tokens);
                TellWait(head, wait);
                if (wait is { } exactly)
                {
                    head["retry-after-ms"] = Math.Ceiling(exactly.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
                }

                break;
            case LimitHeaders.Anthropic:
                TellAnthropic(head, "requests", requests, now);
                TellAnthropic(head, "tokens", tokens, now);
                TellWait(head, wait);
                break;
            case LimitHeaders.RetryAfter:
                TellWait(head, wait);
                break;
            case LimitHeaders.None:
                break;
        }
    }

    private static void TellOpenAi(IHeaderDictionary head, string what, Allowance? allowance)
    {
        if (allowance is { } told)
        {
            head[$"x-ratelimit-limit-{what}"] = told.Limit.ToString(CultureInfo.InvariantCulture);
            head[$"x-ratelimit-remaining-{what}"] = Math.Floor(told.Remaining).ToString(CultureInfo.InvariantCulture);
            head[$"x-ratelimit-reset-{what}"] = Span(told.Full);
        }
    }

    private static void TellAnthropic(IHeaderDictionary head, string what, Allowance? allowance, DateTimeOffset now)
    {
        if (allowance is { } told)
        {
            var second = DateTimeOffset.FromUnixTimeSeconds((long)Math.Ceiling((now + told.Full).ToUnixTimeMilliseconds() / 1000.0));
            head[$"anthropic-ratelimit-{what}-limit"] = told.Limit.ToString(CultureInfo.InvariantCulture);
            head[$"anthropic-ratelimit-{what}-remaining"] = Math.Floor(told.Remaining).ToString(CultureInfo.InvariantCulture);
            head[$"anthropic-ratelimit-{what}-reset"] = second.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
    }

    private static void TellWait(IHeaderDictionary head, TimeSpan? wait)
    {
        if (wait is { } told)
        {
            head.RetryAfter = Math.Ceiling(told.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Span(TimeSpan span) => span < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0}ms")
        : span < TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###}s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes}m{span.TotalSeconds % 60:0.###}s");
}
