using System.CommandLine;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Simulator.Options;

/// <summary>The options that limit how fast the simulator may be asked.</summary>
internal sealed class LimitOptions
{
    private readonly Option<int?> rpm = new("--rpm") { Description = "Requests a minute that each model takes; no limit when left out." };
    private readonly Option<int> burst = new("--burst")
    {
        Description = "Requests that each model takes at once after a rest.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int?> tpm = new("--tpm") { Description = "Tokens a minute that each model takes; no limit when left out." };
    private readonly Option<int?> concurrency = new("--concurrency") { Description = "Requests that each model works on at once; no limit when left out." };
    private readonly Option<int> crowded = new("--crowded-status")
    {
        Description = "What is answered beyond --concurrency: 429 or 503.",
        DefaultValueFactory = _ => StatusCodes.Status429TooManyRequests,
    };

    private readonly Option<bool> window = new("--window") { Description = "A minute's requests come back at once when the minute is over, not bit by bit." };
    private readonly Option<bool> shared = new("--shared-limits") { Description = "All models share the limits." };
    private readonly Option<string> headers = new("--limit-headers")
    {
        Description = "How limits are told: openai, anthropic, retry-after or none.",
        DefaultValueFactory = _ => "openai",
    };

    public LimitOptions()
    {
        crowded.AcceptOnlyFromAmong("429", "503");
        headers.AcceptOnlyFromAmong("openai", "anthropic", "retry-after", "none");
    }

    public IEnumerable<Option> All => [rpm, burst, tpm, concurrency, crowded, window, shared, headers];

    /// <summary>The limits chosen; null when there are none.</summary>
    /// <exception cref="BadInputException">A number makes no sense.</exception>
    public RateLimit? Chosen(ParseResult parsed)
    {
        var limit = new RateLimit(Number(parsed, rpm), Positive(burst.Name, parsed.GetValue(burst)))
        {
            TokensPerMinute = Number(parsed, tpm),
            Concurrency = Number(parsed, concurrency),
            CrowdedStatus = parsed.GetValue(crowded),
            IsWindow = parsed.GetValue(window),
            IsShared = parsed.GetValue(shared),
            Headers = parsed.GetValue(headers) switch
            {
                "anthropic" => LimitHeaders.Anthropic,
                "retry-after" => LimitHeaders.RetryAfter,
                "none" => LimitHeaders.None,
                _ => LimitHeaders.OpenAi,
            },
        };
        return limit is { PerMinute: null, TokensPerMinute: null, Concurrency: null } ? null : limit;
    }

    private static int? Number(ParseResult parsed, Option<int?> option) =>
        parsed.GetValue(option) is { } number ? Positive(option.Name, number) : null;

    private static int Positive(string name, int number) => number is >= 1 and <= 1_000_000_000 ? number : throw new BadInputException(new(
        $"{name} {number}: give a whole number from 1 to 1000000000.",
        $"{name} {number}：请给出 1 到 1000000000 的整数。"));
}
