using System.Globalization;
using System.Text.RegularExpressions;

namespace Jinbang.Models.Providers;

/// <summary>Reads when a rate limit is whole again: "120ms", "6m0s", "1h2m3.5s", seconds, seconds or milliseconds since 1970, or a date.</summary>
internal static partial class ResetTime
{
    // Later than any delay in seconds and earlier than any moment of this century.
    private const double FirstMoment = 1e9;
    private const double FirstMomentInMilliseconds = 1e12;
    private const double Seconds = 1000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>A server's clock that differs by less is taken to be ours, so that its whole seconds cost no precision.</summary>
    private static readonly TimeSpan Agreeing = TimeSpan.FromSeconds(3);

    /// <summary>The time until then, from nothing to a day; null when it is none of these.</summary>
    /// <param name="text">What the header says.</param>
    /// <param name="serverTime">What time the server says it is, or null.</param>
    /// <param name="now">What time it is here.</param>
    public static TimeSpan? Parse(string? text, DateTimeOffset? serverTime, DateTimeOffset now)
    {
        var clock = serverTime is { } told && (told - now).Duration() > Agreeing ? told : now;
        return text is null ? null
            : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? OfNumber(number, clock)
            : OfUnits(text) is { } span ? Bounded(span)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Bounded((date - clock).TotalSeconds)
            : null;
    }

    private static TimeSpan? OfNumber(double number, DateTimeOffset clock) => double.IsNaN(number) ? null : Bounded(
        number >= FirstMomentInMilliseconds ? (number - clock.ToUnixTimeMilliseconds()) / Seconds
        : number >= FirstMoment ? number - (clock.ToUnixTimeMilliseconds() / Seconds)
        : number);

    private static double? OfUnits(string text)
    {
        var match = Units().Match(text);
        return match.Success && text.Length > 0
            ? (((((Part(match, "d") * 24) + Part(match, "h")) * 60) + Part(match, "m")) * 60) + Part(match, "s") + (Part(match, "ms") / Seconds)
            : null;
    }

    private static double Part(Match match, string name) =>
        match.Groups[name] is { Success: true } part ? double.Parse(part.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    private static TimeSpan Bounded(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));

    [GeneratedRegex(@"^(?=\d)(?:(?<d>\d{1,3})d)?(?:(?<h>\d{1,5})h)?(?:(?<m>\d{1,6})m(?!s))?(?:(?<s>\d{1,7}(?:\.\d{1,9})?)s)?(?:(?<ms>\d{1,9}(?:\.\d{1,9})?)ms)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Units();
}
