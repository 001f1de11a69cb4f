using System.Globalization;
using Jinbang.Exams.Decisions;
using Jinbang.Models;
using Jinbang.Runs.Batches;
using Jinbang.Runs.Marks;
using Jinbang.Runs.Planning;
using Jinbang.Runs.Prices;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>The ledger as one SQLite file.</summary>
/// <remarks>Write-ahead log with a full sync at each commit, so that what was recorded survives a power cut.</remarks>
public sealed class SqliteLedger : Ledger
{
    private readonly SqliteConnection writer;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand regrade;
    private readonly SqliteCommand sum;
    private readonly SqliteCommand keep;
    private readonly SqliteCommand book;
    private readonly string path;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SqliteReads reads;
    private readonly Lazy<SqliteRequests> requests;
    private readonly SqliteWatch watch;

    // Sittings that persons marked replies of. A run that was at work on one meanwhile does not know of it: its sums are not kept, but counted anew.
    private readonly HashSet<string> overruled = [];

    private SqliteLedger(SqliteConnection writer, string path, SqliteOpenMode mode)
    {
        this.writer = writer;
        this.path = path;
        // SQLite counts in binary fractions, money is decimal.
        writer.CreateFunction("plus", (string first, string second) => Text(Yuan(first) + Yuan(second)), isDeterministic: true);
        reads = new SqliteReads(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode }.ToString(), path);
        requests = new(() => new SqliteRequests(reads));
        watch = new SqliteWatch(reads);
        insert = Prepare(InsertText(), ["sitting", .. SqliteRow.Columns]);
        regrade = Prepare(
            $"UPDATE attempt SET {Sets(SqliteRow.GradeColumns, column => "$" + column)} WHERE key = $key AND ($overrules OR marked_by IS $marked_by OR NOT EXISTS (SELECT 1 FROM mark WHERE mark.key = marked_by))",
            ["key", "overrules", .. SqliteRow.GradeColumns]);
        sum = Prepare("UPDATE sitting SET graded_as = $mark, tally = $tally WHERE key = $key", ["mark", "tally", "key"]);
        keep = Prepare(
            $"INSERT INTO judgement ({string.Join(", ", SqliteJudgement.Columns)}) VALUES ({string.Join(", ", SqliteJudgement.Columns.Select(column => "$" + column))}) ON CONFLICT (key) DO NOTHING",
            SqliteJudgement.Columns);
        book = Prepare(
            "UPDATE sitting SET lost_yuan = plus(lost_yuan, $lost), outstanding_yuan = coalesce($outstanding, outstanding_yuan) WHERE key = $key",
            ["key", "lost", "outstanding"]);
    }

    /// <summary>Opens a ledger, making file and folder when they are missing.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="BadInputException">The file is no ledger, is damaged, or cannot be opened.</exception>
    public static SqliteLedger Open(string path)
    {
        // A pooled connection would stay open, and leave what was recorded in the log beside the file.
        var writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            writer.Open();
            SqliteSchema.Execute(writer, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;");
            SqliteSchema.Prepare(writer, path);
            return new SqliteLedger(writer, path, SqliteOpenMode.ReadWrite);
        }
        catch (SqliteException fault) when (SqliteFaults.Of(fault, path) is { IsPassing: false } damaged)
        {
            writer.Dispose();
            throw new BadInputException(damaged.Problem, fault);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            writer.Dispose();
            throw new BadInputException(new(
                $"The ledger {path} cannot be opened: {fault.Message.TrimEnd('.')}. Nothing was changed.",
                $"无法打开账本 {path}：{fault.Message.TrimEnd('.')}。未做任何改动。"), fault);
        }
    }

    /// <summary>Opens a ledger that is only read and never changed.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="BadInputException">There is no such file, it is no ledger, is of another version, or cannot be opened.</exception>
    public static SqliteLedger OpenToRead(string path)
    {
        var reader = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString());
        try
        {
            reader.Open();
            SqliteSchema.Check(reader, path);
            return new SqliteLedger(reader, path, SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException fault)
        {
            reader.Dispose();
            throw new BadInputException(new(
                $"The ledger {path} cannot be read: {fault.Message.TrimEnd('.')}.", $"无法读取账本 {path}：{fault.Message.TrimEnd('.')}。"), fault);
        }
    }

    /// <inheritdoc/>
    public override Task BeginAsync(Sitting sitting, int repeats, string? edition, CancellationToken cancellationToken) =>
        InTurnAsync(transaction =>
        {
            Execute(transaction, """
                INSERT INTO sitting (key, exam, language, model, settings, repeats, used)
                VALUES ($key, $exam, $language, $model, $settings, $repeats, (SELECT coalesce(max(used), 0) + 1 FROM sitting))
                ON CONFLICT (key) DO UPDATE SET
                    model = excluded.model, settings = excluded.settings, repeats = excluded.repeats, used = excluded.used,
                    lost_yuan = plus(lost_yuan, outstanding_yuan), outstanding_yuan = '0'
                """,
                ("$key", sitting.Key), ("$exam", sitting.Exam), ("$language", sitting.Language.ToString()), ("$model", sitting.Model.Name),
                ("$settings", ModelJson.Write(sitting.Model)), ("$repeats", repeats));
            Execute(transaction, """
                INSERT INTO first_seen (exam, language, model, edition, nth)
                VALUES ($exam, $language, $model, $edition, (SELECT coalesce(max(nth), 0) + 1 FROM first_seen))
                ON CONFLICT DO NOTHING
                """,
                ("$exam", sitting.Exam), ("$language", sitting.Language.ToString()), ("$model", sitting.Model.Name), ("$edition", edition));
        }, cancellationToken);

    /// <inheritdoc/>
    public override Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken) =>
        InTurnAsync(transaction =>
        {
            foreach (var page in pages)
            {
                Write(transaction, page);
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public override async Task<SittingSums?> SumsAsync(string sitting, CancellationToken cancellationToken) =>
        await SelectAsync("sitting", ["graded_as", "tally"], "key = $value", sitting, row => row.IsDBNull(0) ? null : TallyJson.Read(row.GetString(0), row.GetString(1)), "key", cancellationToken)
            .FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override async Task<SittingSheet?> SheetAsync(string sitting, CancellationToken cancellationToken) =>
        await SelectAsync("sheet", SqliteSheets.Columns, "sitting = $value", sitting, SqliteSheets.Read, "id", cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<KeptAttempt> KeptAsync(string sitting, CancellationToken cancellationToken) =>
        SelectAsync("attempt", ["key", "outcome"], "sitting = $value", sitting, row => new KeptAttempt(row.GetString(0), row.GetString(1) == nameof(Outcome.Failed)), "id", cancellationToken);

    /// <inheritdoc/>
    public override async Task<UnknownSpending> UnknownSpendingAsync(string sitting, CancellationToken cancellationToken) =>
        await SelectAsync(
            "sitting", ["lost_yuan", "outstanding_yuan"], "key = $value", sitting, row => new UnknownSpending(Yuan(row.GetString(0)), Yuan(row.GetString(1))), "key", cancellationToken)
            .FirstOrDefaultAsync(cancellationToken) ?? UnknownSpending.None;

    /// <inheritdoc/>
    public override async Task<LedgerJudgement?> FindJudgementAsync(string key, CancellationToken cancellationToken) =>
        await SelectAsync("judgement", SqliteJudgement.Columns, "key = $value", key, SqliteJudgement.Read, "id", cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<LedgerJudgement> JudgementsAsync(string sitting, CancellationToken cancellationToken) =>
        SelectAsync("judgement", SqliteJudgement.Columns, "sitting = $value", sitting, SqliteJudgement.Read, "id", cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<LedgerMark> MarksAsync(CancellationToken cancellationToken) => SqliteMarks.AllAsync(reads, cancellationToken);

    /// <inheritdoc/>
    public override Task<LedgerMark?> FindMarkAsync(string key, CancellationToken cancellationToken) => SqliteMarks.FindAsync(reads, key, cancellationToken);

    /// <inheritdoc/>
    public override async Task<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        await SelectAsync("attempt", SqliteRow.Columns, "key = $value", key, SqliteRow.Read, "id", cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<LedgerEntry> ReadAsync(string sitting, CancellationToken cancellationToken) =>
        SelectAsync("attempt", SqliteRow.Columns, "sitting = $value", sitting, SqliteRow.Read, "id", cancellationToken);

    /// <inheritdoc/>
    public override Task<LedgerEntry?> FindSentAsync(string request, CancellationToken cancellationToken) => Task.FromResult(requests.Value.Find(request));

    /// <inheritdoc/>
    public override IAsyncEnumerable<Model> ModelsAsync(CancellationToken cancellationToken) => SqlitePast.ModelsAsync(reads, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<Model> NamesakesAsync(Sitting sitting, CancellationToken cancellationToken) => SqlitePast.NamesakesAsync(reads, sitting, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<LedgerResult> ResultsAsync(string sitting, CancellationToken cancellationToken) =>
        SelectAsync("attempt", SqliteResult.Columns, "sitting = $value", sitting, SqliteResult.Read, "id", cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<SittingEntry>> SittingsAsync(
        string exam, Language language, CancellationToken cancellationToken) => await reads.SelectAsync(
        """
        SELECT sitting.key, sitting.settings, sitting.repeats, first_seen.edition
        FROM sitting JOIN first_seen USING (exam, language, model)
        WHERE exam = $exam AND language = $language
          AND used = (SELECT max(used) FROM sitting AS other
                      WHERE other.exam = $exam AND other.language = $language AND other.model = sitting.model)
        ORDER BY first_seen.nth
        """,
        [("$exam", exam), ("$language", language.ToString())],
        row => new SittingEntry(row.GetString(0), ModelJson.Read(row.GetString(1)), row.GetInt32(2), SqliteReply.Text(row, 3)),
        cancellationToken).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<PastSitting>> PastSittingsAsync(Model? model, CancellationToken cancellationToken) =>
        SqlitePast.SittingsAsync(reads, model, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<PastReply>> PastRepliesAsync(string sitting, int most, CancellationToken cancellationToken) =>
        SqlitePast.RepliesAsync(reads, sitting, most, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<PastReply>> PastJudgementsAsync(string judge, int most, CancellationToken cancellationToken) =>
        SqlitePast.JudgementsAsync(reads, judge, most, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> JudgesAsync(CancellationToken cancellationToken) =>
        SqlitePast.JudgesAsync(reads, cancellationToken);

    /// <inheritdoc/>
    public override Task RepriceAsync(string sitting, Func<CallCost, CallCost> price, bool isTrial, CancellationToken cancellationToken) =>
        InTurnAsync(transaction => SqlitePrices.ChangeSitting(transaction, sitting, price, isTrial), cancellationToken);

    /// <inheritdoc/>
    public override Task RepriceJudgeAsync(string judge, Func<CallCost, CallCost> price, bool isTrial, CancellationToken cancellationToken) =>
        InTurnAsync(transaction => SqlitePrices.ChangeJudge(transaction, judge, price, isTrial), cancellationToken);

    /// <inheritdoc/>
    public override Task BeginBatchAsync(OpenBatch batch, CancellationToken cancellationToken) =>
        InTurnAsync(transaction => SqliteBatches.Begin(transaction, batch), cancellationToken);

    /// <inheritdoc/>
    public override Task NameBatchAsync(string batch, string remote, CancellationToken cancellationToken) =>
        InTurnAsync(transaction => SqliteBatches.Name(transaction, batch, remote), cancellationToken);

    /// <inheritdoc/>
    public override Task EndBatchAsync(OpenBatch batch, DateTimeOffset endedAt, decimal lost, CancellationToken cancellationToken) =>
        InTurnAsync(transaction =>
        {
            if (SqliteBatches.End(transaction, batch.Key, endedAt))
            {
                Run(transaction, book, [batch.Sitting, Text(lost), null]);
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<OpenBatch>> OpenBatchesAsync(string sitting, CancellationToken cancellationToken) =>
        SqliteBatches.OpenAsync(reads, sitting, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlySet<string>> BatchIdsAsync(CancellationToken cancellationToken) => SqliteBatches.IdsAsync(reads, cancellationToken);

    /// <inheritdoc/>
    public override Task PublishAsync(Publication publication, CancellationToken cancellationToken) =>
        InTurnAsync(transaction => SqlitePublications.Insert(transaction, publication), cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<Publication> PublicationsAsync(string? name, CancellationToken cancellationToken) =>
        SqlitePublications.FindAsync(reads, name, cancellationToken);

    /// <inheritdoc/>
    public override Task DecideAsync(IReadOnlyList<KeyDecision> decisions, CancellationToken cancellationToken) =>
        InTurnAsync(transaction =>
        {
            foreach (var decision in decisions)
            {
                SqliteDecisions.Add(transaction, decision);
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<KeyDecision>> DecisionsAsync(string exam, Language language, CancellationToken cancellationToken) =>
        SqliteDecisions.OfAsync(reads, exam, language, cancellationToken);

    /// <inheritdoc/>
    public override long Version => watch.Version();

    /// <inheritdoc/>
    public override Task<LedgerStates> StatesAsync(CancellationToken cancellationToken) => watch.StatesAsync(cancellationToken);

    /// <inheritdoc/>
    protected override async ValueTask DisposeCoreAsync()
    {
        await insert.DisposeAsync();
        await regrade.DisposeAsync();
        await sum.DisposeAsync();
        await keep.DisposeAsync();
        await book.DisposeAsync();
        if (requests.IsValueCreated)
        {
            requests.Value.Dispose();
        }

        watch.Dispose();
        reads.ClearPool();
        await writer.DisposeAsync();
        turn.Dispose();
    }

    private IAsyncEnumerable<T> SelectAsync<T>(
        string table, string[] columns, string condition, string value, Func<SqliteDataReader, T> read, string order, CancellationToken cancellationToken) =>
        reads.SelectAsync($"SELECT {string.Join(", ", columns)} FROM {table} WHERE {condition} ORDER BY {order}", [("$value", value)], read, cancellationToken);

    private static string InsertText()
    {
        string[] columns = ["sitting", .. SqliteRow.Columns];
        return $"""
            INSERT INTO attempt ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "$" + column))})
            ON CONFLICT (key) DO UPDATE SET {Sets(SqliteRow.Columns, column => "excluded." + column)}
            WHERE attempt.outcome = 'Failed'
            """;
    }

    private static string Sets(IEnumerable<string> columns, Func<string, string> value) =>
        string.Join(", ", columns.Select(column => $"{column} = {value(column)}"));

    private SqliteCommand Prepare(string sql, IEnumerable<string> parameters)
    {
        var command = writer.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + name });
        }

        return command;
    }

    private static void Run(SqliteTransaction transaction, SqliteCommand command, object?[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = transaction.Connection!.Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private void Write(SqliteTransaction transaction, LedgerPage page)
    {
        WriteAttempts(transaction, page);
        if (page.Sheet is { } sheet)
        {
            SqliteSheets.Keep(transaction, page.Sitting, sheet);
        }

        foreach (var judgement in page.Judgements)
        {
            Run(transaction, keep, SqliteJudgement.Values(judgement));
        }

        foreach (var mark in page.Marks)
        {
            overruled.Add(page.Sitting);
            SqliteMarks.Keep(transaction, mark);
        }

        if (page is not { Lost: 0, Outstanding: null })
        {
            Run(transaction, book, [page.Sitting, Text(page.Lost), page.Outstanding is { } mark ? Text(mark) : null]);
        }
    }

    private void WriteAttempts(SqliteTransaction transaction, LedgerPage page)
    {
        foreach (var entry in page.Entries)
        {
            Run(transaction, insert, [page.Sitting, .. SqliteRow.Values(entry)]);
        }

        foreach (var entry in page.Grades)
        {
            // A grade that was made before a person marked the reply is outdated.
            Run(transaction, regrade, [entry.Key, page.Marks.Count > 0 ? 1 : 0, .. SqliteRow.GradeValues(entry)]);
        }

        if (page.ConcernsSums)
        {
            var known = page.Entries.Count > 0 && overruled.Contains(page.Sitting) ? null : page.Sums;
            Run(transaction, sum, [known?.Mark, known is null ? null : TallyJson.Write(known.Tally), page.Sitting]);
            SqliteSheets.Forget(transaction, page.Sitting);
        }
    }

    private static decimal Yuan(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal yuan) => yuan.ToString("0.############################", CultureInfo.InvariantCulture);

    private async Task InTurnAsync(Action<SqliteTransaction> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = writer.BeginTransaction();
            work(transaction);
            transaction.Commit();
        }
        catch (SqliteException fault) when (SqliteFaults.Of(fault, path) is { } known)
        {
            throw known;
        }
        finally
        {
            turn.Release();
        }
    }
}
