using System.Collections;
using Jinbang.Boards.Charts;

namespace Jinbang.Workspaces;

/// <summary>What the process finds around it.</summary>
public static class Surroundings
{
    /// <summary>The environment variables.</summary>
    public static IReadOnlyDictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");

    /// <summary>The fonts of this machine, and the one that was fetched beside the program's sources.</summary>
    public static Fonts Fonts() => Boards.Charts.Fonts.OfMachine(
        Environment.GetEnvironmentVariable("JINBANG_FONT"),
        Checkout() is { } checkout ? [Path.Combine(checkout, "out", "fonts", "node_modules")] : []);

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
