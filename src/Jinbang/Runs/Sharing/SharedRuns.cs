using System.Data;
using System.Reflection;
using Jinbang.Models;
using Jinbang.Runs.Ledgers;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>The runs that many processes work on.</summary>
public sealed class SharedRuns
{
    private const string AddRun = """
        INSERT INTO run (id, parcel, state, ordered_by, ordered_at, version) VALUES ($1, $2, 'Running', $3, $4, $5)
        """;

    // What one does for all is nobody's account.
    private const string AddOnce = "INSERT INTO work (sitting, run, account, places) SELECT w.name, $1, '', 1 FROM unnest($2::text[]) AS w (name)";

    private const string AddWork = """
        INSERT INTO work (sitting, run, account, places)
        SELECT w.sitting, $1, w.account, w.places FROM unnest($2::text[], $3::text[], $4::int[]) AS w (sitting, account, places) ORDER BY w.sitting
        ON CONFLICT (sitting) DO NOTHING
        """;

    private const string Taken = "SELECT s.exam, s.model, w.run FROM work w JOIN sitting s ON s.key = w.sitting WHERE w.sitting = ANY ($1) AND w.run <> $2 ORDER BY w.run LIMIT 1";

    // What sittings cost before: replies, judgements in them, what was lost, and what somebody may still owe.
    // Nobody else can be asking them, and what is answered late moves from lost to paid.
    private const string AddBudget = """
        WITH own AS (SELECT key, lost_yuan FROM sitting WHERE key = ANY ($4) AND ($2 IN ('', model)))
        INSERT INTO budget (run, model, cap, is_anywhere, before) SELECT $1, $2, $3::numeric, $2 = '' OR $5,
            coalesce((SELECT sum(cost_yuan) FROM attempt WHERE sitting IN (SELECT key FROM own) AND NOT reused), 0)
            + coalesce((SELECT sum(cost_yuan) FROM judgement WHERE sitting = ANY ($4) AND ($2 IN ('', judge)) AND NOT reused), 0)
            + coalesce((SELECT sum(lost_yuan) FROM own), 0)
            + coalesce((SELECT sum(yuan) FROM outstanding WHERE sitting IN (SELECT key FROM own)), 0)
        """;

    private const string Leave = """
        INSERT INTO refusal (run, holder, sitting, english, chinese)
        SELECT w.run, h.number, w.sitting, $3, $4 FROM work w, holder h WHERE w.sitting = $1 AND h.number = $2
        ON CONFLICT DO NOTHING
        """;

    private const string StopUnlessAsked = """
        UPDATE work w SET stopped = true FROM run r WHERE w.sitting = ANY ($1) AND NOT w.stopped AND r.id = w.run AND NOT EXISTS (
            SELECT FROM holder h WHERE h.version = r.version
            AND NOT EXISTS (SELECT FROM refusal f WHERE f.run = w.run AND f.holder = h.number AND f.sitting IN ('', w.sitting)))
        """;

    private const string Close = """
        DELETE FROM work WHERE run = $1 AND NOT EXISTS (SELECT FROM lease JOIN work w USING (sitting) WHERE w.run = $1 AND lease.holder IS NOT NULL)
        """;

    // Exams can be large, and nobody works on it any more.
    private const string Forget = "UPDATE run SET parcel = '' WHERE id = $1 AND NOT EXISTS (SELECT FROM work WHERE run = $1)";

    private const string EndWhenDone = """
        UPDATE run SET state = 'Ended' WHERE id = $1 AND state IN ('Running', 'Paused') AND NOT EXISTS (
            SELECT FROM work w WHERE w.run = $1 AND ((NOT w.stopped AND w.next < w.places)
                OR EXISTS (SELECT FROM lease l WHERE l.sitting = w.sitting AND (NOT w.stopped OR l.holder IS NOT NULL))))
        """;

    private readonly NpgsqlDataSource source;

    /// <param name="source">The database.</param>
    internal SharedRuns(NpgsqlDataSource source) => this.source = source;

    /// <summary>The version of this program: another one may read replies otherwise, so nobody works on its runs.</summary>
    public static string Version { get; } = typeof(SharedRuns).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>What the account of a model is called among those who share it.</summary>
    public static string AccountOf(Model model) => model.Provider.ToUpperInvariant();

    /// <summary>What something that one does for all is called among what is given out.</summary>
    internal static string NameOf(string run, string what) => $"{run} {what}";

    /// <summary>The run that asks the very same sittings and perhaps more; null when there is none.</summary>
    public async Task<string?> TwinAsync(RunOrder order, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var select = connection.Command(
            "SELECT w.run FROM work w JOIN run r ON r.id = w.run WHERE w.sitting = ANY ($1) AND r.state IN ('Running', 'Paused') GROUP BY w.run HAVING count(*) = $2",
            order.Works.Select(work => work.Sitting).ToArray(), order.Works.Count);
        return (string?)await select.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>A run that works on one of these sittings; null when there is none.</summary>
    public async Task<string?> AskingAsync(IReadOnlyCollection<string> sittings, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var select = connection.Command("SELECT run FROM work WHERE sitting = ANY ($1) LIMIT 1", (object)sittings.ToArray());
        return (string?)await select.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Begins a run, all or nothing.</summary>
    /// <exception cref="BadInputException">One of its sittings is asked by another run, or a program has the ledger to itself.</exception>
    public async Task PlaceAsync(RunOrder order, CancellationToken cancellationToken)
    {
        string[] sittings = [.. order.Works.Select(work => work.Sitting)];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await RefuseAloneAsync(connection, cancellationToken);
        await using var begin = new NpgsqlBatch(connection);
        begin.With(AddRun, order.Id, order.Parcel, order.By, order.At.ToUniversalTime(), order.Version)
            .With(AddWork, order.Id, sittings, order.Works.Select(work => work.Account).ToArray(), order.Works.Select(work => work.Places).ToArray())
            .With(AddOnce, order.Id, order.Once.Select(what => NameOf(order.Id, what)).ToArray());
        await begin.ExecuteNonQueryAsync(cancellationToken);
        if ((int)begin.BatchCommands[1].RecordsAffected < sittings.Length)
        {
            throw await RefusalAsync(connection, order.Id, sittings, cancellationToken);
        }

        // Only now can nobody else ask them, and what they cost is fixed.
        await PlacedSitting.BeginAsync(connection, order.Sittings, cancellationToken);
        await using var budgets = new NpgsqlBatch(connection);
        budgets.With(AddBudget, order.Id, "", order.Cap, sittings, false);
        foreach (var (model, cap) in order.ModelCaps)
        {
            budgets.With(AddBudget, order.Id, model, cap, sittings, order.Judges.Contains(model));
        }

        await budgets.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The runs that are worked on and were ordered by a version of the program, the first ordered first.</summary>
    public async Task<IReadOnlyList<string>> RunningAsync(string version, CancellationToken cancellationToken)
    {
        await using var select = source.CreateCommand("SELECT id FROM run WHERE state = 'Running' AND version = $1 ORDER BY ordered_at, id");
        select.Parameters.AddWithValue(version);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    /// <summary>Everything that was ordered of a run, and the sittings that are its own.</summary>
    public async Task<(byte[] Parcel, IReadOnlySet<string> Sittings)> OrderAsync(string run, CancellationToken cancellationToken)
    {
        await using var select = source.CreateCommand("SELECT parcel, ARRAY(SELECT sitting FROM work WHERE run = $1 AND account <> '') FROM run WHERE id = $1");
        select.Parameters.AddWithValue(run);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<string[]>(1).ToHashSet());
    }

    /// <summary>Says why a holder cannot work on a run.</summary>
    public async Task RefuseAsync(string run, long holder, Phrase why, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var insert = connection.Command(
            "INSERT INTO refusal (run, holder, sitting, english, chinese) VALUES ($1, $2, '', $3, $4) ON CONFLICT DO NOTHING", run, holder, why.English, why.Chinese);
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>How a run is; null when there is none of that id.</summary>
    public async Task<RunState?> StateAsync(string run, CancellationToken cancellationToken)
    {
        await using var select = source.CreateCommand("SELECT state FROM run WHERE id = $1");
        select.Parameters.AddWithValue(run);
        return await select.ExecuteScalarAsync(cancellationToken) is string state ? Enum.Parse<RunState>(state) : null;
    }

    /// <summary>The models, or an empty name for all together, for whose budgets somebody has too little: whoever has more than it needs gives it back.</summary>
    public async Task<IReadOnlyList<string>> WantedAsync(string run, CancellationToken cancellationToken)
    {
        await using var select = source.CreateCommand("SELECT model FROM budget WHERE run = $1 AND is_wanted");
        select.Parameters.AddWithValue(run);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var wanted = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            wanted.Add(reader.GetString(0));
        }

        return wanted;
    }

    /// <summary>Gives no more leases until it is resumed.</summary>
    /// <returns>False when it was not running.</returns>
    public Task<bool> PauseAsync(string run, CancellationToken cancellationToken) => TurnAsync(run, RunState.Running, RunState.Paused, cancellationToken);

    /// <summary>Gives leases again.</summary>
    /// <returns>False when it was not paused.</returns>
    public Task<bool> ResumeAsync(string run, CancellationToken cancellationToken) => TurnAsync(run, RunState.Paused, RunState.Running, cancellationToken);

    /// <summary>A holder asks nothing more in a sitting and returns its leases: to others, who may have another network or another key.</summary>
    /// <exception cref="NpgsqlException">The database could not be reached.</exception>
    public async Task LeaveAsync(string sitting, long holder, Phrase why, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.With(Leave, sitting, holder, why.English, why.Chinese)
            .With("UPDATE lease SET holder = NULL WHERE sitting = $1 AND holder = $2", sitting, holder);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Stops the asking in those of some sittings that nobody who is at work asks any more.</summary>
    /// <exception cref="NpgsqlException">The database could not be reached.</exception>
    public async Task StopUnlessAskedAsync(string[] sittings, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var stop = connection.Command(StopUnlessAsked, (object)sittings);
        await stop.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gives a run up for good; its sittings are free as soon as nobody has a lease.</summary>
    /// <returns>False when it was over.</returns>
    public async Task<bool> StopRunAsync(string run, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var update = connection.Command("UPDATE run SET state = 'Stopped' WHERE id = $1 AND state IN ('Running', 'Paused')", run);
        var isStopped = await update.ExecuteNonQueryAsync(cancellationToken) > 0;

        // Where nobody is at work, nobody else would set its sittings free.
        await CloseAsync(run, cancellationToken);
        return isStopped;
    }

    /// <summary>Ends a run of which nothing is left to do, and sets the sittings of one that is over free as soon as nobody has a lease.</summary>
    /// <returns>How it is now.</returns>
    public async Task<RunState?> CloseAsync(string run, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await using var end = connection.Command(EndWhenDone, run);
        await end.ExecuteNonQueryAsync(cancellationToken);
        await using var look = connection.Command("SELECT state FROM run WHERE id = $1", run);
        var state = await look.ExecuteScalarAsync(cancellationToken) is string text ? Enum.Parse<RunState>(text) : (RunState?)null;
        if (state is RunState.Ended or RunState.Stopped)
        {
            await using var close = new NpgsqlBatch(connection);
            await close.With(Close, run).With(Forget, run).ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return state;
    }

    /// <summary>A run that is not shared writes sums of its sittings, and asks what others may be asking.</summary>
    private static async Task RefuseAloneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var beside = connection.Command($"SELECT {PostgresLocks.TryBeside(PostgresLocks.Writer)}");
        if (await beside.ExecuteScalarAsync(cancellationToken) is not true)
        {
            throw new BadInputException(new(
                "A run without a cluster is at work on this ledger, or a person's mark is being written. Wait until it has ended.",
                "有不经集群的任务正在写此账本，或正在保存人工批改。请等它结束。"));
        }
    }

    private static async Task<BadInputException> RefusalAsync(NpgsqlConnection connection, string run, string[] sittings, CancellationToken cancellationToken)
    {
        await using var select = connection.Command(Taken, sittings, run);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (exam, model, other) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
        return new(new(
            $"{model} is being asked the exam {exam} by run {other}. Wait until that has ended, or stop it: jinbang cluster stop {other}",
            $"{model} 的考试 {exam} 正由任务 {other} 进行。请等它结束，或先停止它：jinbang cluster stop {other}"));
    }

    private async Task<bool> TurnAsync(string run, RunState from, RunState to, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var update = connection.Command("UPDATE run SET state = $3 WHERE id = $1 AND state = $2", run, from.ToString(), to.ToString());
        return await update.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
