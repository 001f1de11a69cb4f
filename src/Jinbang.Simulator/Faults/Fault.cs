using System.Globalization;

namespace Jinbang.Simulator.Faults;

/// <summary>One fault with its particulars.</summary>
/// <param name="Name">What it is called: a status such as "429", or a name such as "cut-early".</param>
/// <param name="Flaw">What goes wrong.</param>
public sealed record Fault(string Name, Flaw Flaw)
{
    private static readonly Dictionary<string, Flaw> Flaws = new()
    {
        ["html"] = Flaw.Html,
        ["error200"] = Flaw.Error200,
        ["cut-early"] = Flaw.CutEarly,
        ["cut"] = Flaw.Cut,
        ["stall"] = Flaw.Stall,
        ["slow"] = Flaw.Slow,
        ["malformed"] = Flaw.Malformed,
        ["content-type"] = Flaw.ContentType,
        ["keep-alive"] = Flaw.KeepAlive,
        ["duplicate"] = Flaw.Duplicate,
        ["empty"] = Flaw.Empty,
        ["empty-choices"] = Flaw.EmptyChoices,
        ["truncated"] = Flaw.Truncated,
        ["filter"] = Flaw.Filter,
        ["filter-prompt"] = Flaw.FilterPrompt,
        ["broken"] = Flaw.Broken,
        ["error-midway"] = Flaw.ErrorMidway,
        ["bad-key"] = Flaw.BadKey,
        ["no-quota"] = Flaw.NoQuota,
        ["rate-limit"] = Flaw.RateLimited,
        ["too-long"] = Flaw.TooLong,
        ["server-error"] = Flaw.ServerError,
        ["overloaded"] = Flaw.Overloaded,
        ["no-usage"] = Flaw.NoUsage,
        ["negative-usage"] = Flaw.NegativeUsage,
        ["absurd-usage"] = Flaw.AbsurdUsage,
        ["huge"] = Flaw.Huge,
        ["bomb"] = Flaw.Bomb,
    };

    /// <summary>The HTTP status of <see cref="Flaw.Status"/> and <see cref="Flaw.Html"/>.</summary>
    public int Status { get; init; } = 502;

    /// <summary>What Retry-After says; null when it is not sent.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long <see cref="Flaw.Stall"/> and <see cref="Flaw.Slow"/> pause.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Reads "500", "429:retry-after=1", "stall:pause=5s", "html:status=200" and the like.</summary>
    /// <exception cref="BadInputException">There is no such fault, or it has no such particular.</exception>
    public static Fault Parse(string text)
    {
        var parts = text.Split(':');
        var fault = Named(parts[0]);
        foreach (var part in parts.AsSpan(1))
        {
            fault = fault?.Detailed(part.Split('='));
        }

        return fault ?? throw new BadInputException(new(
            $"There is no fault \"{text}\"; write a status from 400 to 599, with :retry-after=SECONDS if wanted, "
            + $"stall:pause=5s, slow:pause=5s, html:status=200 or one of {string.Join(", ", Flaws.Keys)}.",
            $"没有名为“{text}”的故障；请写 400 到 599 的状态码（可加 :retry-after=秒数）、stall:pause=5s、slow:pause=5s、"
            + $"html:status=200 或以下之一：{string.Join("、", Flaws.Keys)}。"));
    }

    private static Fault? Named(string name) =>
        Flaws.TryGetValue(name, out var flaw) ? new Fault(name, flaw)
        : Number(name) is >= 400 and <= 599 and var status ? new Fault(name, Flaw.Status) { Status = status }
        : null;

    private Fault? Detailed(string[] detail) => (Flaw, detail) switch
    {
        (Flaw.Status or Flaw.RateLimited or Flaw.Overloaded, ["retry-after", var seconds]) when Number(seconds) is { } count => this with { RetryAfter = TimeSpan.FromSeconds(count) },
        (Flaw.Html, ["status", var status]) when Number(status) is >= 200 and <= 599 and var code => this with { Status = code },
        (Flaw.Stall or Flaw.Slow, ["pause", var pause]) when Duration.Parse(pause) is { } length => this with { Pause = length },
        _ => null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
