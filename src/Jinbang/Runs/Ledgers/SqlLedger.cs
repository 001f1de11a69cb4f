using Jinbang.Exams.Decisions;
using Jinbang.Models;
using Jinbang.Runs.Batches;
using Jinbang.Runs.Marks;
using Jinbang.Runs.Planning;
using Jinbang.Runs.Prices;

namespace Jinbang.Runs.Ledgers;

/// <summary>A ledger in tables of a database.</summary>
public abstract class SqlLedger : Ledger
{
    private protected SqlLedger(SqlStore store) => Store = store;

    /// <summary>The database.</summary>
    internal SqlStore Store { get; }

    /// <summary>How pages are written.</summary>
    private protected SqlPages Writing { get; } = new();

    /// <inheritdoc/>
    public override Task BeginAsync(Sitting sitting, int repeats, string? edition, CancellationToken cancellationToken) =>
        InTurnAsync(change =>
        {
            Store.BeginAlone(change);
            change.Execute("""
                INSERT INTO sitting (key, exam, language, model, settings, repeats, used)
                VALUES (@key, @exam, @language, @model, @settings, @repeats, (SELECT coalesce(max(used), 0) + 1 FROM sitting))
                ON CONFLICT (key) DO UPDATE SET
                    model = excluded.model, settings = excluded.settings, repeats = excluded.repeats, used = excluded.used,
                    lost_yuan = plus(sitting.lost_yuan, sitting.outstanding_yuan), outstanding_yuan = '0'
                """,
                ("@key", sitting.Key), ("@exam", sitting.Exam), ("@language", sitting.Language.ToString()), ("@model", sitting.Model.Name),
                ("@settings", ModelJson.Write(sitting.Model)), ("@repeats", repeats));
            change.Execute("""
                INSERT INTO first_seen (exam, language, model, edition, nth)
                VALUES (@exam, @language, @model, @edition, (SELECT coalesce(max(nth), 0) + 1 FROM first_seen))
                ON CONFLICT DO NOTHING
                """,
                ("@exam", sitting.Exam), ("@language", sitting.Language.ToString()), ("@model", sitting.Model.Name), ("@edition", edition));
        }, cancellationToken);

    /// <inheritdoc/>
    public override Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken) =>
        InTurnAsync(change => Writing.Write(change, pages, null), pages, cancellationToken);

    /// <inheritdoc/>
    public override async Task<SittingSums?> SumsAsync(string sitting, CancellationToken cancellationToken) =>
        await SelectAsync("sitting", ["graded_as", "tally"], "key = @value", sitting, row => row.IsDBNull(0) ? null : TallyJson.Read(row.GetString(0), row.GetString(1)), "key", cancellationToken)
            .FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override async Task<SittingSheet?> SheetAsync(string sitting, CancellationToken cancellationToken) =>
        await SelectAsync("sheet", SqlSheets.Columns, "sitting = @value", sitting, SqlSheets.Read, "id", cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<KeptAttempt> KeptAsync(string sitting, CancellationToken cancellationToken) =>
        SelectAsync("attempt", ["key", "outcome"], "sitting = @value", sitting, row => new KeptAttempt(row.GetString(0), row.GetString(1) == nameof(Outcome.Failed)), "id", cancellationToken);

    /// <inheritdoc/>
    public override async Task<UnknownSpending> UnknownSpendingAsync(string sitting, CancellationToken cancellationToken) =>
        await SelectAsync(
            "sitting", ["lost_yuan", "outstanding_yuan"], "key = @value", sitting, row => new UnknownSpending(row.GetDecimal(0), row.GetDecimal(1)), "key", cancellationToken)
            .FirstOrDefaultAsync(cancellationToken) ?? UnknownSpending.None;

    /// <inheritdoc/>
    public override async Task<LedgerJudgement?> FindJudgementAsync(string key, CancellationToken cancellationToken) =>
        await SelectAsync("judgement", SqlJudgement.Columns, "key = @value", key, SqlJudgement.Read, "id", cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<LedgerJudgement> JudgementsAsync(string sitting, CancellationToken cancellationToken) =>
        SelectAsync("judgement", SqlJudgement.Columns, "sitting = @value", sitting, SqlJudgement.Read, "id", cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<LedgerMark> MarksAsync(CancellationToken cancellationToken) => SqlMarks.AllAsync(Store, cancellationToken);

    /// <inheritdoc/>
    public override Task<LedgerMark?> FindMarkAsync(string key, CancellationToken cancellationToken) => SqlMarks.FindAsync(Store, key, cancellationToken);

    /// <inheritdoc/>
    public override async Task<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        await SelectAsync("attempt", SqlAttempt.Columns, "key = @value", key, SqlAttempt.Read, "id", cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<LedgerEntry> ReadAsync(string sitting, CancellationToken cancellationToken) =>
        SelectAsync("attempt", SqlAttempt.Columns, "sitting = @value", sitting, SqlAttempt.Read, "id", cancellationToken);

    /// <inheritdoc/>
    public override async Task<LedgerEntry?> FindSentAsync(string request, CancellationToken cancellationToken) =>
        await Store.SelectAsync(SqlAttempt.SentText, [("@request", request)], SqlAttempt.Read, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<Model> ModelsAsync(CancellationToken cancellationToken) => SqlPast.ModelsAsync(Store, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<Model> NamesakesAsync(Sitting sitting, CancellationToken cancellationToken) => SqlPast.NamesakesAsync(Store, sitting, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<LedgerResult> ResultsAsync(string sitting, CancellationToken cancellationToken) =>
        SelectAsync("attempt", SqlResult.Columns, "sitting = @value", sitting, SqlResult.Read, "id", cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<SittingEntry>> SittingsAsync(
        string exam, Language language, CancellationToken cancellationToken) => await Store.SelectAsync(
        """
        SELECT sitting.key, sitting.settings, sitting.repeats, first_seen.edition
        FROM sitting JOIN first_seen USING (exam, language, model)
        WHERE exam = @exam AND language = @language
          AND used = (SELECT max(used) FROM sitting AS other
                      WHERE other.exam = @exam AND other.language = @language AND other.model = sitting.model)
        ORDER BY first_seen.nth
        """,
        [("@exam", exam), ("@language", language.ToString())],
        row => new SittingEntry(row.GetString(0), ModelJson.Read(row.GetString(1)), row.GetInt32(2), row.Text(3)),
        cancellationToken).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<PastSitting>> PastSittingsAsync(Model? model, CancellationToken cancellationToken) =>
        SqlPast.SittingsAsync(Store, model, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<PastReply>> PastRepliesAsync(string sitting, int most, CancellationToken cancellationToken) =>
        SqlPast.RepliesAsync(Store, sitting, most, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<PastReply>> PastJudgementsAsync(string judge, int most, CancellationToken cancellationToken) =>
        SqlPast.JudgementsAsync(Store, judge, most, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> JudgesAsync(CancellationToken cancellationToken) =>
        SqlPast.JudgesAsync(Store, cancellationToken);

    /// <inheritdoc/>
    public override Task RepriceAsync(string sitting, Func<CallCost, CallCost> price, bool isTrial, CancellationToken cancellationToken) =>
        InTurnAsync(change => SqlPrices.ChangeSitting(change, sitting, price, isTrial), cancellationToken);

    /// <inheritdoc/>
    public override Task RepriceJudgeAsync(string judge, Func<CallCost, CallCost> price, bool isTrial, CancellationToken cancellationToken) =>
        InTurnAsync(change => SqlPrices.ChangeJudge(change, judge, price, isTrial), cancellationToken);

    /// <inheritdoc/>
    public override Task BeginBatchAsync(OpenBatch batch, CancellationToken cancellationToken) =>
        InTurnAsync(change => SqlBatches.Begin(change, batch), cancellationToken);

    /// <inheritdoc/>
    public override Task NameBatchAsync(string batch, string remote, CancellationToken cancellationToken) =>
        InTurnAsync(change => SqlBatches.Name(change, batch, remote), cancellationToken);

    /// <inheritdoc/>
    public override Task EndBatchAsync(OpenBatch batch, DateTimeOffset endedAt, decimal lost, CancellationToken cancellationToken) =>
        InTurnAsync(change =>
        {
            if (SqlBatches.End(change, batch.Key, endedAt))
            {
                SqlPages.Lose(change, batch.Sitting, lost);
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<OpenBatch>> OpenBatchesAsync(string sitting, CancellationToken cancellationToken) =>
        SqlBatches.OpenAsync(Store, sitting, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlySet<string>> BatchIdsAsync(CancellationToken cancellationToken) => SqlBatches.IdsAsync(Store, cancellationToken);

    /// <inheritdoc/>
    public override Task PublishAsync(Publication publication, CancellationToken cancellationToken) =>
        InTurnAsync(change => SqlPublications.Insert(change, publication), cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<Publication> PublicationsAsync(string? name, CancellationToken cancellationToken) =>
        SqlPublications.FindAsync(Store, name, cancellationToken);

    /// <inheritdoc/>
    public override Task DecideAsync(IReadOnlyList<KeyDecision> decisions, CancellationToken cancellationToken) =>
        InTurnAsync(change =>
        {
            foreach (var decision in decisions)
            {
                SqlDecisions.Add(change, decision);
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<KeyDecision>> DecisionsAsync(string exam, Language language, CancellationToken cancellationToken) =>
        SqlDecisions.OfAsync(Store, exam, language, cancellationToken);

    /// <inheritdoc/>
    public override long Version => Store.Version();

    /// <inheritdoc/>
    public override Task<LedgerStates> StatesAsync(CancellationToken cancellationToken) => SqlStates.ReadAsync(Store, cancellationToken);

    /// <summary>Does something wholly or not at all, one such work at a time; done when it is on disk.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="given">By what a work that is tried again is known; null when its fate must be known at once.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="LedgerFaultException">It could not be done.</exception>
    internal abstract Task InTurnAsync(Action<SqlChange> work, object? given, CancellationToken cancellationToken);

    private Task InTurnAsync(Action<SqlChange> work, CancellationToken cancellationToken) => InTurnAsync(work, null, cancellationToken);

    private IAsyncEnumerable<T> SelectAsync<T>(
        string table, string[] columns, string condition, string value, Func<LedgerRow, T> read, string order, CancellationToken cancellationToken) =>
        Store.SelectAsync($"SELECT {string.Join(", ", columns)} FROM {table} WHERE {condition} ORDER BY {order}", [("@value", value)], read, cancellationToken);
}
