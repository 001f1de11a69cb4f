using System.Collections;

namespace Jinbang.Cli;

/// <summary>What the process finds around it.</summary>
internal static class Surroundings
{
    /// <summary>The environment variables.</summary>
    public static IReadOnlyDictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");

    /// <summary>The checkout that this program was built in; null for an installed program.</summary>
    public static string? Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Jinbang.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
