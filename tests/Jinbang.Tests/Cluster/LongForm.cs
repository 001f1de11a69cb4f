namespace Jinbang.Tests.Cluster;

/// <summary>Whether tests of what lasts take as long as people were promised, and not only as long as a suite may: JINBANG_LONG_TESTS=1.</summary>
internal static class LongForm
{
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("JINBANG_LONG_TESTS") is { Length: > 0 };

    /// <summary>One or the other.</summary>
    public static T Of<T>(T brief, T full) => IsWanted ? full : brief;
}
