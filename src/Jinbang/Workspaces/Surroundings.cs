using System.Collections;
using Jinbang.Boards.Charts;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Workspaces;

/// <summary>What the process finds around it.</summary>
public static class Surroundings
{
    private const string LedgerVariable = "JINBANG_LEDGER";
    private const string PasswordVariable = "JINBANG_LEDGER_PASSWORD";

    /// <summary>The environment variables.</summary>
    public static IReadOnlyDictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");

    /// <summary>A folder's workspace. Its ledger is where <c>JINBANG_LEDGER</c> says, if it does; the password of a database comes from <c>JINBANG_LEDGER_PASSWORD</c>,
    /// of the environment or a file of keys.</summary>
    /// <exception cref="BadInputException">Its file cannot be used.</exception>
    public static Workspace Workspace(string folder)
    {
        var workspace = WorkspaceFile.Read(folder);
        var named = Environment.GetEnvironmentVariable(LedgerVariable) is { Length: > 0 } written ? LedgerAddress.Parse(written) : workspace.LedgerElsewhere;
        return workspace with { LedgerElsewhere = named is null ? null : Seen(named, workspace) };
    }

    /// <summary>A ledger's address as this process can use it.</summary>
    /// <param name="written">The address; a path starts from where the program runs.</param>
    /// <param name="folder">The folder whose file of keys may hold the password.</param>
    /// <exception cref="BadInputException">It makes no sense, or holds a password.</exception>
    public static LedgerAddress Ledger(string written, string folder) => Seen(LedgerAddress.Parse(written), WorkspaceFile.Read(folder));

    private static LedgerAddress Seen(LedgerAddress address, Workspace workspace) =>
        address.Seen("", () => Secrets.Read(Variables(), workspace.KeyFiles).Find(PasswordVariable));

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
