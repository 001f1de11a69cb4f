using Jinbang.Exams.Decisions;
using Jinbang.Models;
using Jinbang.Runs.Batches;
using Jinbang.Runs.Marks;
using Jinbang.Runs.Planning;
using Jinbang.Runs.Prices;

namespace Jinbang.Runs;

/// <summary>The durable record of what was asked, answered and paid.</summary>
public abstract class Ledger : IAsyncDisposable
{
    /// <summary>Notes that a sitting is being worked on, so that boards show it rather than the model's earlier sittings.
    /// What is still outstanding from before counts as lost from now on.</summary>
    /// <param name="sitting">The sitting.</param>
    /// <param name="repeats">How often each question is asked.</param>
    /// <param name="edition">The edition it is made for, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task BeginAsync(Sitting sitting, int repeats, string? edition, CancellationToken cancellationToken);

    /// <summary>Writes what is new about sittings, all or nothing; done when it is on disk.</summary>
    /// <exception cref="LedgerFaultException">It could not be written.</exception>
    public abstract Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken);

    /// <summary>The sums of a sitting; null when they must be counted.</summary>
    public abstract Task<SittingSums?> SumsAsync(string sitting, CancellationToken cancellationToken);

    /// <summary>The results of a sitting; null when they must be read from its attempts.</summary>
    public abstract Task<SittingSheet?> SheetAsync(string sitting, CancellationToken cancellationToken);

    /// <summary>The attempts that the ledger has of a sitting, in the order they were recorded.</summary>
    public abstract IAsyncEnumerable<KeptAttempt> KeptAsync(string sitting, CancellationToken cancellationToken);

    /// <summary>What a sitting may have cost beside its replies and judgements.</summary>
    public abstract Task<UnknownSpending> UnknownSpendingAsync(string sitting, CancellationToken cancellationToken);

    /// <summary>The judgement of a key, or null.</summary>
    public abstract Task<LedgerJudgement?> FindJudgementAsync(string key, CancellationToken cancellationToken);

    /// <summary>The judgements that a sitting bears the cost of, in the order they were kept.</summary>
    public abstract IAsyncEnumerable<LedgerJudgement> JudgementsAsync(string sitting, CancellationToken cancellationToken);

    /// <summary>What persons said of replies, withdrawals included, the first first.</summary>
    public abstract IAsyncEnumerable<LedgerMark> MarksAsync(CancellationToken cancellationToken);

    /// <summary>The mark of a key, or null.</summary>
    public abstract Task<LedgerMark?> FindMarkAsync(string key, CancellationToken cancellationToken);

    /// <summary>The attempt of a key with what it brought, or null.</summary>
    public abstract Task<LedgerEntry?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>All attempts of a sitting with what they brought, in the order they were recorded.</summary>
    public abstract IAsyncEnumerable<LedgerEntry> ReadAsync(string sitting, CancellationToken cancellationToken);

    /// <summary>An attempt that sent this, of whatever sitting: one with a reply if there is any, the first recorded; else null.</summary>
    /// <param name="request"><see cref="LedgerEntry.Request"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task<LedgerEntry?> FindSentAsync(string request, CancellationToken cancellationToken);

    /// <summary>The models of all sittings, the sitting that was last worked on first.</summary>
    public abstract IAsyncEnumerable<Model> ModelsAsync(CancellationToken cancellationToken);

    /// <summary>The models of other sittings that go by the same id at the same provider, whatever their settings; takes no longer for a million
    /// sittings of other models.</summary>
    public abstract IAsyncEnumerable<Model> NamesakesAsync(Sitting sitting, CancellationToken cancellationToken);

    /// <summary>What became of the attempts of a sitting, in the order they were recorded; no reply is read.</summary>
    public abstract IAsyncEnumerable<LedgerResult> ResultsAsync(string sitting, CancellationToken cancellationToken);

    /// <summary>The latest sitting of each model on an exam, models in the order they were first seen.</summary>
    public abstract Task<IReadOnlyList<SittingEntry>> SittingsAsync(string exam, Language language, CancellationToken cancellationToken);

    /// <summary>The sittings of the models that go by an id at a provider, the latest first; takes no longer for a million sittings of other models.</summary>
    /// <param name="model">A model that goes by them; null for all sittings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task<IReadOnlyList<PastSitting>> PastSittingsAsync(Model? model, CancellationToken cancellationToken);

    /// <summary>The figures of a sitting's latest replies; takes no longer for a million than for <paramref name="most"/>.</summary>
    public abstract Task<IReadOnlyList<PastReply>> PastRepliesAsync(string sitting, int most, CancellationToken cancellationToken);

    /// <summary>The figures of a judge's calls among the latest judgements, at most so many.</summary>
    public abstract Task<IReadOnlyList<PastReply>> PastJudgementsAsync(string judge, int most, CancellationToken cancellationToken);

    /// <summary>The names of all that judged.</summary>
    public abstract Task<IReadOnlyList<string>> JudgesAsync(CancellationToken cancellationToken);

    /// <summary>Gives the calls of a sitting that brought a reply another cost.</summary>
    /// <param name="sitting">The sitting's key.</param>
    /// <param name="price">The cost after, from the cost before.</param>
    /// <param name="isTrial">Whether to leave the ledger as it is.</param>
    /// <param name="cancellationToken">Cancels the call; then some costs may be new and some old.</param>
    public abstract Task RepriceAsync(string sitting, Func<CallCost, CallCost> price, bool isTrial, CancellationToken cancellationToken);

    /// <summary>The same for the calls of a judge.</summary>
    public abstract Task RepriceJudgeAsync(string judge, Func<CallCost, CallCost> price, bool isTrial, CancellationToken cancellationToken);

    /// <summary>Notes that a batch is about to be sent; done when it is on disk.</summary>
    public abstract Task BeginBatchAsync(OpenBatch batch, CancellationToken cancellationToken);

    /// <summary>Notes the provider's id of a batch.</summary>
    public abstract Task NameBatchAsync(string batch, string remote, CancellationToken cancellationToken);

    /// <summary>Notes that nothing more is to come of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="endedAt">When that was found.</param>
    /// <param name="lost">Yuan that it may have cost beside the replies that the ledger has; added to those that the sitting lost before.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task EndBatchAsync(OpenBatch batch, DateTimeOffset endedAt, decimal lost, CancellationToken cancellationToken);

    /// <summary>The batches of a sitting that have not ended, the first begun first.</summary>
    public abstract Task<IReadOnlyList<OpenBatch>> OpenBatchesAsync(string sitting, CancellationToken cancellationToken);

    /// <summary>The provider's ids of all batches there ever were.</summary>
    public abstract Task<IReadOnlySet<string>> BatchIdsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a board that others published; an earlier one of its name is kept behind it.</summary>
    public abstract Task PublishAsync(Publication publication, CancellationToken cancellationToken);

    /// <summary>The latest of each published board, by name.</summary>
    /// <param name="name">A board's name, id or file to look for; null for all boards.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract IAsyncEnumerable<Publication> PublicationsAsync(string? name, CancellationToken cancellationToken);

    /// <summary>Adds people's decisions about questions, all or none; done when it is on disk. Nothing ever takes one away.</summary>
    public abstract Task DecideAsync(IReadOnlyList<KeyDecision> decisions, CancellationToken cancellationToken);

    /// <summary>All decisions about an exam's questions in a language, the first made first.</summary>
    public abstract Task<IReadOnlyList<KeyDecision>> DecisionsAsync(string exam, Language language, CancellationToken cancellationToken);

    /// <summary>A number that is another one once anybody has written to the ledger, be it another program.</summary>
    public abstract long Version { get; }

    /// <summary>What boards are made from, to tell which of them are out of date.</summary>
    public abstract Task<LedgerStates> StatesAsync(CancellationToken cancellationToken);

    /// <summary>Closes the ledger; everything recorded is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        await DisposeCoreAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what the ledger holds.</summary>
    protected abstract ValueTask DisposeCoreAsync();
}
