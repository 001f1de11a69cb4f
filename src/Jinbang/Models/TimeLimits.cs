using Jinbang.Models.Providers;

namespace Jinbang.Models;

/// <summary>Time limits of calls as a file sets them; null where it leaves what holds otherwise.</summary>
public sealed record TimeLimits
{
    private static readonly string[] Keys = ["connect", "first-token", "between-tokens", "whole"];

    /// <summary>Longest wait for a connection.</summary>
    public TimeSpan? Connect { get; init; }

    /// <summary>Longest wait for the first token of a streamed reply.</summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>Longest wait between two pieces of a streamed reply.</summary>
    public TimeSpan? BetweenTokens { get; init; }

    /// <summary>Longest time for a call from sending to its end.</summary>
    public TimeSpan? Whole { get; init; }

    /// <summary>Reads the mapping <c>timeouts</c> of a file over what is known; null when neither is there.</summary>
    /// <exception cref="BadInputException">A key is unknown, or a time is none; names the line.</exception>
    public static TimeLimits? Read(YamlMap file, TimeLimits? old) => file.Map("timeouts", Keys) is not { } map ? old : new()
    {
        Connect = Time(map, "connect") ?? old?.Connect,
        FirstToken = Time(map, "first-token") ?? old?.FirstToken,
        BetweenTokens = Time(map, "between-tokens") ?? old?.BetweenTokens,
        Whole = Time(map, "whole") ?? old?.Whole,
    };

    /// <summary>The limits with those that are set here instead.</summary>
    public CallLimits Over(CallLimits limits) => limits with
    {
        Connect = Connect ?? limits.Connect,
        FirstToken = FirstToken ?? limits.FirstToken,
        BetweenTokens = BetweenTokens ?? limits.BetweenTokens,
        Whole = Whole ?? limits.Whole,
    };

    private static TimeSpan? Time(YamlMap map, string key) => map.Parsed<TimeSpan>(
        key,
        new("a time such as 500ms, 15s, 10m or 1h, above 0 and at most 24h", "500ms、15s、10m、1h 这样的时长，大于 0 且不超过 24h"),
        text => Duration.Parse(text) is { } time && time > TimeSpan.Zero ? time : null);
}
