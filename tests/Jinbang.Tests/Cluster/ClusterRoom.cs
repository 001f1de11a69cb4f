using System.Text.Json;
using Jinbang.Cluster;
using Jinbang.Cluster.Database;
using Jinbang.Models;
using Jinbang.Tests.EndToEnd;
using Npgsql;

namespace Jinbang.Tests.Cluster;

/// <summary>The cluster's command line within the test's own process, with a folder for its files.</summary>
internal sealed class ClusterRoom : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("jinbang-cluster-").FullName;

    /// <summary>Says something to it, in English.</summary>
    public static Task<Said> SayAsync(params string[] words) => SayAsync("en", words);

    /// <summary>Who is in the cluster, as its JSON has it.</summary>
    public async Task<List<(string Name, string State)>> StatusAsync(string database)
    {
        var said = await SayAsync(["status", "--json", .. Meet(database)]);
        said.Expect(0);
        using var json = JsonDocument.Parse(said.Output);
        return [.. json.RootElement.GetProperty("silos").EnumerateArray()
            .Select(silo => (silo.GetProperty("name").GetString()!, silo.GetProperty("state").GetString()!)).Order()];
    }

    /// <summary>The database of a cluster.</summary>
    public static ClusterDatabase Open(string database)
    {
        var address = new NpgsqlConnectionStringBuilder(database);
        var secrets = Secrets.Read(new Dictionary<string, string> { [ClusterAddress.PasswordVariable] = address.Password! });
        address.Remove(nameof(address.Password));
        return new(ClusterAddress.Read(address.ConnectionString, secrets));
    }

    /// <summary>The options for a database, with its password in a file.</summary>
    public string[] Meet(string database)
    {
        var address = new NpgsqlConnectionStringBuilder(database);
        var secrets = Write("secrets", $"JINBANG_LEDGER_PASSWORD={address.Password}");
        address.Remove(nameof(address.Password));
        return ["--cluster", address.ConnectionString, "--secrets", secrets];
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static async Task<Said> SayAsync(string language, string[] words)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await new ClusterCommand(output, errors, TimeProvider.System).RunAsync([.. words, "--lang", language]);
        return new Said(code, output.ToString(), errors.ToString());
    }
}
