using System.Diagnostics;
using Jinbang.Exams;
using Jinbang.Simulator;
using Jinbang.Simulator.Answers;
using Jinbang.Simulator.Counting;
using Jinbang.Tests.Cli;
using Jinbang.Tests.Net;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Cluster;

/// <summary>Exams of made-up questions that silos, as programs of their own, ask simulated models, ordered by the command line.</summary>
internal sealed class ExamRoom : IAsyncDisposable
{
    private const string In = "is in the cluster at";

    private readonly List<SiloProcess> silos = [];
    private readonly SimulatedProvider simulator;
    private readonly PostgresDatabase database;
    private readonly Hosts? hosts;
    private readonly Passage? passage;

    private ExamRoom(SimulatedProvider simulator, PostgresDatabase database, VerbRoom verbs, Hosts? hosts, Passage? passage) =>
        (this.simulator, this.database, Verbs, this.hosts, this.passage) = (simulator, database, verbs, hosts, passage);

    /// <summary>The command line, in the folder of the exams.</summary>
    public VerbRoom Verbs { get; }

    /// <summary>What the models' server has counted.</summary>
    public Stats Calls => simulator.Stats;

    /// <summary>The database.</summary>
    public string Database => hosts is null
        ? database.ConnectionString
        : new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = hosts.Database.ToString() }.ConnectionString;

    /// <summary>Variables of the environment for silos that are started from now on.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>The silos that were started.</summary>
    public IReadOnlyList<SiloProcess> Silos => silos;

    /// <summary>Those that are in the cluster.</summary>
    public IReadOnlyList<SiloProcess> Present => [.. silos.Where(silo => !silo.HasEnded && silo.Said.Contains(In, StringComparison.Ordinal))];

    /// <summary>Everything that silos have said.</summary>
    public string Said => string.Join("\n", silos.Select(silo => $"{silo.Name}: {silo.Said}"));

    /// <summary>The database as it may stand on a command line.</summary>
    public string Address
    {
        get
        {
            var address = new NpgsqlConnectionStringBuilder(Database);
            address.Remove(nameof(address.Password));
            return address.ConnectionString;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes a room with one exam and one model.</summary>
    /// <param name="postgres">The server.</param>
    /// <param name="questions">How many questions the exam has.</param>
    /// <param name="options">How the model's server behaves.</param>
    /// <param name="settings">Lines of <c>jinbang.yaml</c> beside the exam and the model.</param>
    public static async Task<ExamRoom> OpenAsync(SharedPostgres postgres, int questions, SimulatorOptions options, string settings = "") =>
        await OpenAsync(await postgres.NewDatabaseAsync(Token), new ExamPlan { Exams = [("widgets.yaml", ExamPlan.Widgets(questions))], Settings = settings }, options);

    /// <summary>Makes a room.</summary>
    /// <param name="database">The cluster's; it goes with the room.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="options">How the models' server behaves.</param>
    /// <param name="hosts">Where silos are to run; null for this machine.</param>
    public static async Task<ExamRoom> OpenAsync(PostgresDatabase database, ExamPlan plan, SimulatorOptions options, Hosts? hosts = null)
    {
        var verbs = new VerbRoom();
        var sheet = new AnswerSheet([.. plan.Exams.Select(exam => ExamReader.ReadForUse(verbs.Write(exam.File, exam.Text), null, false))]);
        var simulator = await SimulatedProvider.StartAsync(options with { Sheet = sheet }, TimeProvider.System, Token);
        var passage = hosts is null ? null : new Passage(hosts.Provider, simulator.Endpoint.Port);
        verbs.Write("jinbang.yaml", plan.Workspace(passage is null ? simulator.Endpoint : new Uri($"http://{passage.Entrance}/v1")));
        verbs.WriteSecret(".env", $"JINBANG_LEDGER_PASSWORD={new NpgsqlConnectionStringBuilder(database.ConnectionString).Password}");
        return new ExamRoom(simulator, database, verbs, hosts, passage);
    }

    /// <summary>Starts silos and waits until they are there.</summary>
    /// <returns>Those.</returns>
    public async Task<IReadOnlyList<SiloProcess>> StartAsync(int count, params string[] options)
    {
        var started = Enumerable.Range(0, count).Select(_ => Begin(options)).ToList();
        await Task.WhenAll(started.Select(silo => silo.HearAsync(In, 1, Token)));
        return started;
    }

    /// <summary>Starts a silo, which may never get there.</summary>
    public SiloProcess Begin(params string[] options)
    {
        var started = Start(silos.Count, options);
        silos.Add(started);
        return started;
    }

    /// <summary>Has the cluster ask what is missing, and waits for it.</summary>
    public Task<(int Code, string Output, string Errors)> RunAsync(params string[] words) => Verbs.RunAsync(["run", "--cluster", Address, .. words]);

    /// <summary>Asks the database.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        // No pool: a connection of before a restart is of no use after it.
        await using var connection = new NpgsqlConnection(Database + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Token))!;
    }

    /// <summary>The silo whose leave calls need.</summary>
    public async Task<SiloProcess> DecidingAsync()
    {
        var name = await AskAsync<string>("SELECT h.name FROM account a JOIN holder h ON h.number = a.holder");
        return silos.Single(silo => silo.Name == name);
    }

    /// <summary>The ledger's books in yuan: what is paid, lost, and what may still be owed.</summary>
    public Task<decimal> BooksAsync() => AskAsync<decimal>(
        "SELECT (SELECT coalesce(sum(cost_yuan), 0) FROM attempt) + (SELECT coalesce(sum(cost_yuan), 0) FROM judgement) + (SELECT coalesce(sum(lost_yuan), 0) FROM sitting) + (SELECT coalesce(sum(yuan), 0) FROM outstanding)");

    /// <summary>How often a silo got so little of a busy machine that the others took it for dead, and it joined anew: what it had under way may have been asked again.</summary>
    public async Task<long> StarvedAsync() => Math.Max(0, await AskAsync<long>("SELECT max(number) FROM holder") - silos.Count);

    /// <summary>What the models' server has counted, once nothing is under way.</summary>
    public async Task<Stats> SettledAsync()
    {
        while (simulator.Stats.InFlight > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }

        return simulator.Stats;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in silos)
        {
            silo.Dispose();
        }

        if (passage is not null)
        {
            await passage.DisposeAsync();
        }

        await simulator.DisposeAsync();
        await database.DisposeAsync();
        Verbs.Dispose();
    }

    private SiloProcess Start(int nth, string[] options) => hosts?.All[nth % hosts.All.Count] is { } host
        ? SiloProcess.Start(WithVariables(host.Program), Database, $"silo-{nth}", ["--listen", host.Address.ToString(), "--insecure", .. options])
        : SiloProcess.Start(WithVariables(SiloProcess.Here), Database, $"silo-{nth}", options);

    private Func<string, string[], ProcessStartInfo> WithVariables(Func<string, string[], ProcessStartInfo> place) => (program, arguments) =>
    {
        var start = place(program, arguments);
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    };
}
