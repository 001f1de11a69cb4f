using System.Globalization;
using System.Text;
using Jinbang.Exams;
using Jinbang.Simulator;
using Jinbang.Simulator.Answers;
using Jinbang.Tests.Cli;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Cluster;

/// <summary>An exam of made-up questions that silos, as programs of their own, ask a simulated model, ordered by the command line.</summary>
internal sealed class ExamRoom : IAsyncDisposable
{
    private const string Model = "sim-strong";

    private readonly List<SiloProcess> silos = [];
    private readonly SimulatedProvider simulator;
    private readonly PostgresDatabase database;

    private ExamRoom(SimulatedProvider simulator, PostgresDatabase database, VerbRoom verbs) =>
        (this.simulator, this.database, Verbs) = (simulator, database, verbs);

    /// <summary>The command line, in the folder of the exam.</summary>
    public VerbRoom Verbs { get; }

    /// <summary>What the model's server has counted.</summary>
    public Jinbang.Simulator.Counting.Stats Calls => simulator.Stats;

    /// <summary>The database.</summary>
    public string Database => database.ConnectionString;

    /// <summary>The silos that were started.</summary>
    public IReadOnlyList<SiloProcess> Silos => silos;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes a room.</summary>
    /// <param name="postgres">The server.</param>
    /// <param name="questions">How many questions the exam has.</param>
    /// <param name="options">How the model's server behaves.</param>
    /// <param name="settings">Lines of <c>jinbang.yaml</c> beside the exam and the model.</param>
    public static async Task<ExamRoom> OpenAsync(SharedPostgres postgres, int questions, SimulatorOptions options, string settings = "")
    {
        var verbs = new VerbRoom();
        var exam = verbs.Write("widgets.yaml", Exam(questions));
        var sheet = new AnswerSheet([ExamReader.ReadForUse(exam, null, false)]);
        var simulator = await SimulatedProvider.StartAsync(options with { Sheet = sheet }, TimeProvider.System, Token);
        var database = await postgres.NewDatabaseAsync(Token);
        verbs.Write("jinbang.yaml", $$"""
            exams: [widgets.yaml]
            models: [{name: {{Model}}, endpoint: "{{simulator.Endpoint}}", price: {input: 2, output: 8, currency: CNY, date: 2026-11-01}, max-output-tokens: 100}]
            {{settings}}
            """);
        verbs.WriteSecret(".env", $"JINBANG_LEDGER_PASSWORD={new NpgsqlConnectionStringBuilder(database.ConnectionString).Password}");
        return new ExamRoom(simulator, database, verbs);
    }

    /// <summary>Starts silos and waits until they are there.</summary>
    public async Task StartAsync(int count, params string[] options)
    {
        var started = Enumerable.Range(silos.Count, count).Select(nth => SiloProcess.Start(Database, $"silo-{nth}", options)).ToList();
        silos.AddRange(started);
        await Task.WhenAll(started.Select(silo => silo.HearAsync("is in the cluster at", 1, Token)));
    }

    /// <summary>Has the cluster ask what is missing, and waits for it.</summary>
    public Task<(int Code, string Output, string Errors)> RunAsync(params string[] words) => Verbs.RunAsync(["run", "--cluster", Address, .. words]);

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

    /// <summary>Asks the database.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Token))!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in silos)
        {
            silo.Dispose();
        }

        await simulator.DisposeAsync();
        await database.DisposeAsync();
        Verbs.Dispose();
    }

    private static string Exam(int questions)
    {
        var text = new StringBuilder("exam: widgets\nlanguage: en\nquestions:\n");
        for (var i = 0; i < questions; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{id: q{i}, kind: single, stem: What becomes of widget number {i} in the end?, options: {{A: lost {i}, B: sold {i}, C: kept {i}, D: made {i}}}, key: {"ABCD"[i % 4]}}}");
        }

        return text.ToString();
    }
}
