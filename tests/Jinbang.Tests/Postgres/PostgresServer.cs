using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Jinbang.Tests.EndToEnd;
using Npgsql;

namespace Jinbang.Tests.Postgres;

/// <summary>A PostgreSQL server of a test's own, which can be stopped, killed and started again at the same port. It goes with the
/// test, and with the tests when they are killed.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Ends the server of folder $0 and deletes it. One that was killed leaves a block of shared memory.</summary>
    private const string Deletion = """
        file="$0/data/postmaster.pid"
        pid=$(head -n 1 "$file")
        lives() { [ "$(readlink "/proc/$pid/cwd")" = "$0/data" ]; }
        lives && kill -QUIT "$pid" && kill -CONT "$pid"
        while lives; do sleep 0.02; done
        [ -f "$file" ] && ipcrm -m "$(sed -n '7s/.* //p' "$file")"
        rm -rf "$0"
        """;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    // Below the ports that systems give to whoever asks for any, so that a server which is down finds its port free again. Test
    // programs that run at once begin at different ones.
    private static int lastPort = 15_000 + Environment.ProcessId % 500 * 30;

    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-postgres-").FullName;
    private readonly string password = RandomNumberGenerator.GetHexString(16);
    private readonly int port = FreePort();
    private readonly LastWill will;
    private Process? process;
    private int databases;

    private PostgresServer() => will = new LastWill(Deletion, folder);

    public bool IsRunning => process is { HasExited: false };

    private string Data => Path.Combine(folder, "data");

    private string Log => Path.Combine(folder, "log");

    /// <summary>Makes a server and starts it: about a second. Skips the test by name where PostgreSQL is absent.</summary>
    public static async Task<PostgresServer> StartNewAsync(PostgresOptions options, CancellationToken cancellationToken)
    {
        PostgresPrograms.Need();
        var server = new PostgresServer();
        try
        {
            await server.MakeAsync(options, cancellationToken);
            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>How Npgsql reaches one of its databases, as the owner of all.</summary>
    public string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "jinbang",
        Password = password,
        Database = database,
    }.ConnectionString;

    /// <summary>Makes an empty database: about a tenth of a second.</summary>
    public async Task<PostgresDatabase> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0", cancellationToken);
        return new PostgresDatabase(this, name);
    }

    /// <summary>Starts it after it was stopped or killed, and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        process = Process.Start(PostgresPrograms.Start(Log, "postgres", "-D", Data))!;
        while (!IsReady())
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException(await File.ReadAllTextAsync(Log, cancellationToken));
            }

            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Stops it in good order; who is connected is turned out.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Stranger.Signal(process!, "INT");
        await process!.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Kills all its processes at once, as a power cut would, but for what the operating system has not yet written.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        // Stopped first, it neither notices the first death nor begins a new process.
        Stranger.Signal(process!, "STOP");
        var children = ChildrenOf(process!.Id);
        foreach (var child in children)
        {
            using var victim = Process.GetProcessById(child);
            victim.Kill();
        }

        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
        while (children.Any(child => StatusOf(child) is ['R' or 'S' or 'D', ..]))
        {
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        await StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await will.DisposeAsync();
        process?.Dispose();
    }

    internal async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        // No pool: a connection of before a crash is of no use after it.
        await using var connection = new NpgsqlConnection(ConnectionStringOf("postgres") + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task MakeAsync(PostgresOptions options, CancellationToken cancellationToken)
    {
        var secret = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(secret, password, cancellationToken);
        await PostgresPrograms.GiveAsync(folder, cancellationToken);
        // Sorted as people's servers sort, so that a query which counts on the order of code points is found out.
        await Command.RunAsync(
            PostgresPrograms.Start(Log, "initdb", "-D", Data, "-U", "jinbang", $"--pwfile={secret}", "-A", "scram-sha-256", "-E", "UTF8",
                "--no-locale", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"),
            cancellationToken);
        await File.AppendAllTextAsync(Path.Combine(Data, "pg_hba.conf"), "host all all all scram-sha-256\n", cancellationToken);
        var speed = options.Durable ? "on" : "off";
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), string.Create(CultureInfo.InvariantCulture, $"""
            port = {port}
            listen_addresses = '{string.Join(',', (IPAddress[])[IPAddress.Loopback, .. options.Address is { } address ? [address] : (IPAddress[])[]])}'
            unix_socket_directories = ''
            max_connections = 300
            # Kept in the folder, so that it goes with it.
            dynamic_shared_memory_type = mmap
            fsync = {speed}
            full_page_writes = {speed}

            """), cancellationToken);
    }

    /// <summary>As its own pg_ctl finds out: by the last line of a file that it writes.</summary>
    private bool IsReady()
    {
        var file = Path.Combine(Data, "postmaster.pid");
        return File.Exists(file) && File.ReadAllLines(file) is [var id, .., var state] && state.StartsWith("ready", StringComparison.Ordinal)
            && id == process!.Id.ToString(CultureInfo.InvariantCulture);
    }

    private static List<int> ChildrenOf(int parent) =>
    [
        .. from entry in Directory.EnumerateDirectories("/proc")
           let id = int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var number) ? number : 0
           where id > 0 && StatusOf(id).Split(' ') is [_, var its, ..] && its == parent.ToString(CultureInfo.InvariantCulture)
           select id,
    ];

    /// <summary>Its state, its parent and more of a process, or nothing when it is gone.</summary>
    private static string StatusOf(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            return line[(line.LastIndexOf(')') + 2)..];
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static int FreePort()
    {
        while (true)
        {
            var candidate = Interlocked.Increment(ref lastPort);
            try
            {
                using var listener = new TcpListener(IPAddress.Any, candidate);
                listener.Start();
                return candidate;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
