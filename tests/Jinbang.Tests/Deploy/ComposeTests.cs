using System.Diagnostics;
using System.Globalization;
using Jinbang.Tests.Cluster;
using Jinbang.Tests.EndToEnd;
using Jinbang.Tests.Postgres;
using Npgsql;
using static Jinbang.Tests.Deploy.DeployFiles;

namespace Jinbang.Tests.Deploy;

/// <summary>The silos of compose.yaml without containers: its own commands with the paths of this machine, and certificates and
/// secrets that prepare.sh made.</summary>
public sealed class ComposeTests(SharedPostgres postgres) : IDisposable
{
    private readonly ClusterRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Secrets => Path.Combine(room.Folder, "secrets");

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Its_silos_meet_and_pass_their_health_check()
    {
        await using var database = await postgres.NewDatabaseAsync(Token);
        var meeting = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await PrepareAsync(meeting.Password!);
        meeting.Remove(nameof(meeting.Password));
        string[] addresses = ["127.0.0.71", "127.0.0.72", "127.0.0.73"];
        var silo = Compose["services"]!["silo"]!;

        var silos = addresses.Select(address => Start(address, meeting.ConnectionString, CommandOf(silo))).ToList();
        await using var end = new LastWill("kill -KILL \"$@\"", ["sh", .. silos.Select(running => running.Id.ToString(CultureInfo.InvariantCulture))]);
        var check = Texts(silo["healthcheck"]!["test"]).Skip(1).Select(word => word.Replace("$$", "$", StringComparison.Ordinal)).ToList();
        await Task.WhenAll(addresses.Zip(silos, (address, running) => HealthyAsync(address, running, check)));

        // Elsewhere, since the room's own secrets are a folder here.
        using var elsewhere = new ClusterRoom();
        Assert.Equal(["active", "active", "active"], (await elsewhere.StatusAsync(database.ConnectionString)).Select(member => member.State));
    }

    /// <summary>Runs prepare.sh, with the password of the database that is there, and puts this machine's paths in place of the image's.</summary>
    private async Task PrepareAsync(string password)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Component.Missing("prepare.sh gives files to the users of containers, which takes root.");
        }

        Directory.CreateDirectory(Secrets);
        await File.WriteAllTextAsync(Path.Combine(Secrets, "postgres-password"), password, Token);
        await Command.RunAsync(new(Path.Combine(DeployFiles.Folder, "prepare.sh"), [room.Folder]), Token);
        var runtime = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, "dotnet")).First(File.Exists);
        PutProgram(room.Folder, "hostname", "echo \"$SILO_ADDRESS\"");
        PutProgram(room.Folder, "dotnet", $"""
            for word; do shift; set -- "$@" "$(printf %s "$word" | sed 's#^/jinbang/#{AppContext.BaseDirectory}#; s#=/run/secrets/#={Secrets}/#')"; done
            exec '{runtime}' "$@"
            """);
    }

    private Process Start(string address, string meeting, IEnumerable<string> command) => Process.Start(new ProcessStartInfo(
        "env", [$"PATH={room.Folder}:{Environment.GetEnvironmentVariable("PATH")}", $"SILO_ADDRESS={address}", .. VariablesOf(meeting), .. command])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>What compose.yaml sets, with the database that is there.</summary>
    private IEnumerable<string> VariablesOf(string meeting) => Compose["services"]!["silo"]!["environment"]!.AsObject().Select(variable =>
        $"{variable.Key}={(Text(variable.Value).StartsWith("Host=", StringComparison.Ordinal) ? meeting : Text(variable.Value).Replace("/run/secrets", Secrets, StringComparison.Ordinal))}");

    /// <summary>Waits until the health check of the container would succeed.</summary>
    private async Task HealthyAsync(string address, Process silo, IReadOnlyList<string> check)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            Assert.False(silo.HasExited, silo.HasExited ? (await Stranger.EndOf(silo)).ToString() : "");
            using var asked = Start(address, "", check);
            if ((await Stranger.EndOf(asked)).ExitCode == 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience.Token);
        }
    }
}
