namespace Jinbang.Simulator.Options;

/// <summary>The language to speak to the user in, as the environment has it.</summary>
internal static class UserLanguage
{
    public static Language Current { get; } =
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value))
            ?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true
            ? Language.Chinese
            : Language.English;
}
