namespace Jinbang.Models;

/// <summary>Reads how fast an account or a model may be asked.</summary>
internal static class LimitsYaml
{
    /// <summary>The keys of limits in YAML.</summary>
    public static readonly string[] Keys = ["rpm", "burst", "tpm", "rpd", "concurrency"];

    /// <summary>The limits that a mapping gives; null without one.</summary>
    /// <exception cref="BadInputException">A value is not a whole number above 0; names the line.</exception>
    public static PaceLimits? Read(YamlMap? map) => map is null ? null : new PaceLimits
    {
        RequestsPerMinute = Number(map, "rpm"),
        Burst = Number(map, "burst"),
        TokensPerMinute = Number(map, "tpm"),
        RequestsPerDay = Number(map, "rpd"),
        Concurrency = Number(map, "concurrency"),
    };

    private static int? Number(YamlMap map, string key) => map.Parsed<int>(
        key,
        new("a whole number from 1 to 1000000000", "1 到 1000000000 的整数"),
        text => int.TryParse(text, out var number) && number is > 0 and <= 1_000_000_000 ? number : null);
}
