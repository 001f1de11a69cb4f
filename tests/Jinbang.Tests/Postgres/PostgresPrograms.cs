using System.Diagnostics;
using System.Globalization;

namespace Jinbang.Tests.Postgres;

/// <summary>The programs of PostgreSQL, as they are installed on this machine.</summary>
internal static class PostgresPrograms
{
    // PostgreSQL does not run as root; its package brings a user.
    private static readonly string[] AsUser = Environment.UserName == "root"
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        : ["env"];

    private static readonly string? Folder = Find();

    /// <summary>Skips the test by name where there is no PostgreSQL.</summary>
    public static void Need()
    {
        if (Folder is null)
        {
            Component.Missing("PostgreSQL is absent (apt-get install postgresql).");
        }
    }

    /// <summary>A program as a user that may run it, in a folder that this user may see; the log takes what it says.</summary>
    public static ProcessStartInfo Start(string log, string program, params string[] arguments) =>
        new("sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1", log, .. AsUser, Path.Combine(Folder!, program), .. arguments]) { WorkingDirectory = "/" };

    /// <summary>Gives a folder to the user who runs the programs.</summary>
    public static Task GiveAsync(string folder, CancellationToken cancellationToken) => AsUser[0] == "env"
        ? Task.CompletedTask
        : Command.RunAsync(new("chown", ["-R", "postgres:postgres", folder]), cancellationToken);

    private static string? Find()
    {
        const string Debian = "/usr/lib/postgresql";
        var debian = OperatingSystem.IsLinux() && Directory.Exists(Debian) ? Directory.EnumerateDirectories(Debian) : [];
        return debian
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat(OperatingSystem.IsLinux() ? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':') : [])
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
