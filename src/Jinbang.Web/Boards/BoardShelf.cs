using System.Collections.Concurrent;
using Jinbang.Boards;
using Jinbang.Runs;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Boards;

/// <summary>Keeps the boards of the workspace: each is served as it is known, and made anew once what it was made from has changed.</summary>
/// <param name="open">The workspace.</param>
/// <param name="maker">Makes them.</param>
/// <param name="time">The clock.</param>
internal sealed class BoardShelf(OpenWorkspace open, BoardMaker maker, TimeProvider time) : IDisposable
{
    // A board that changes all the time, as while a run goes on, must not take more than a tenth of a core.
    private const int Rest = 10;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<ExamEntry, KnownExam> exams = new();
    private readonly ConcurrentDictionary<ExamEntry, Lazy<Task<KnownExam>>> making = new();
    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly CancellationTokenSource ended = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (LedgerStates States, long Version, long At, TimeSpan Took)? seen;
    private volatile string surroundings = "";
    private volatile string gatheredFrom = "";
    private (DateTimeOffset At, TimeSpan Took) gathered;
    private volatile BoardSet all = BoardSet.Empty;
    private volatile BoardSet unguarded = BoardSet.Empty;

    /// <summary>Whether every board has been made once.</summary>
    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>How many exams' boards are known.</summary>
    public int Known => exams.Count;

    /// <summary>What readers of the boards must know beforehand, and what keeps boards from being made.</summary>
    public IReadOnlyCollection<Phrase> Notices => [.. open.Problems, .. maker.Told, .. Trouble is { } trouble ? [trouble] : Array.Empty<Phrase>()];

    /// <summary>What kept the last round from making boards; null when nothing did.</summary>
    public Phrase? Trouble { get; set; }

    /// <summary>The boards that a reader may see, as far as they are known.</summary>
    public BoardSet For(Reader reader) => reader.MayRead ? all : unguarded;

    /// <summary>The board of a name; an exam's is made at once where it is not known yet. Null when there is none, or none yet.</summary>
    /// <exception cref="BadInputException">The exam cannot be read.</exception>
    public async Task<ServedBoard?> FindAsync(string name, Reader reader, CancellationToken cancellationToken)
    {
        if (await open.FindAsync(name) is { } entry)
        {
            return reader.MaySee(entry) ? (await KnownAsync(entry, cancellationToken)).Served : null;
        }

        await WaitAsync(ShortestRest, cancellationToken);
        return For(reader).Find(name);
    }

    /// <summary>What is known of an exam; it is read at once when nothing is.</summary>
    /// <exception cref="BadInputException">The exam cannot be read.</exception>
    public async Task<KnownExam> KnownAsync(ExamEntry entry, CancellationToken cancellationToken) =>
        exams.TryGetValue(entry, out var known) ? known : await MakeAsync(entry).WaitAsync(cancellationToken);

    /// <summary>What the ledger has of an exam now; read at once when that is not what is known.</summary>
    /// <exception cref="BadInputException">The exam cannot be read.</exception>
    public async Task<KnownExam> FreshAsync(ExamEntry entry, CancellationToken cancellationToken)
    {
        // One that somebody else began to make may be from just before.
        for (var isSecond = false; ; isSecond = true)
        {
            await LookAsync(TimeSpan.Zero, cancellationToken);
            if (exams.TryGetValue(entry, out var known) && (isSecond || known.State == StateOf(entry)))
            {
                return known;
            }

            await MakeAsync(entry).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Whether something has changed since the board was made; it is then about to be made anew.</summary>
    public bool IsStale(ServedBoard served) => served.Exam is { } entry
        ? exams.TryGetValue(entry, out var known) && known.State != StateOf(entry)
        : IsReady && gatheredFrom != StateOfAll();

    /// <summary>Waits a little for every board to be made once.</summary>
    public async Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!IsReady)
        {
            await Task.WhenAny(ready.Task, Task.Delay(patience, time, cancellationToken));
        }
    }

    /// <summary>Makes what is missing or out of date, exams first.</summary>
    /// <returns>What keeps an exam's board from being made; the others are.</returns>
    /// <exception cref="BadInputException">Something cannot be read.</exception>
    public async Task<Phrase?> RoundAsync(CancellationToken cancellationToken)
    {
        var entries = await open.ExamsAsync();
        await LookAsync(RestAfter(seen?.Took ?? default), cancellationToken);
        if (Forget(entries))
        {
            // Who may see what must not wait until all is made.
            Gather(withRollups: IsReady, await maker.PublishedAsync(cancellationToken));
        }

        Phrase? trouble = null;
        foreach (var entry in entries.Where(IsDue))
        {
            try
            {
                await MakeAsync(entry).WaitAsync(cancellationToken);
            }
            catch (BadInputException fault)
            {
                trouble = fault.Problem;
            }

            if (!IsReady && time.GetUtcNow() - gathered.At > ShortestRest)
            {
                Gather(withRollups: false, []);
            }
        }

        if (gatheredFrom != StateOfAll() && time.GetUtcNow() - gathered.At >= RestAfter(gathered.Took))
        {
            Gather(withRollups: true, await maker.PublishedAsync(cancellationToken));
            ready.TrySetResult();
        }

        return trouble;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
        looking.Dispose();
    }

    private static TimeSpan RestAfter(TimeSpan took) => took * Rest > ShortestRest ? took * Rest : ShortestRest;

    private bool IsDue(ExamEntry entry) => !exams.TryGetValue(entry, out var known)
        || (known.State != StateOf(entry) && time.GetUtcNow() - known.MadeAt >= RestAfter(known.Took));

    private string StateOf(ExamEntry entry) => FormattableString.Invariant(
        $"{seen?.States.Exams.GetValueOrDefault((entry.Id, entry.Language))} {RestingFile.MarkOf(entry.File)} {surroundings}");

    private string StateOfAll() => Fingerprint.Of([.. exams.Values.Select(known => known.Entry.Name + known.State).Order(StringComparer.Ordinal), seen?.States.Published, maker.RollupState]);

    private bool Forget(IReadOnlyList<ExamEntry> listed)
    {
        var gone = exams.Keys.Except(listed).ToList();
        gone.ForEach(entry => exams.TryRemove(entry, out var _));
        return gone.Count > 0;
    }

    private Task<KnownExam> MakeAsync(ExamEntry entry) => making.GetOrAdd(entry, _ => new(async () =>
    {
        try
        {
            await LookAsync(RestAfter(seen?.Took ?? default), ended.Token);
            var (state, began) = (StateOf(entry), time.GetTimestamp());
            var boards = await maker.ReadAsync(entry, ended.Token);
            return exams[entry] = new KnownExam(entry, boards, state, time.GetUtcNow(), time.GetElapsedTime(began));
        }
        finally
        {
            making.TryRemove(entry, out var _);
        }
    })).Value;

    private async Task LookAsync(TimeSpan rest, CancellationToken cancellationToken)
    {
        await looking.WaitAsync(cancellationToken);
        try
        {
            surroundings = maker.State;
            var (version, began) = (open.Ledger.Version, time.GetTimestamp());
            if (seen is not { } last || last.Version != version && time.GetElapsedTime(last.At) >= rest)
            {
                var states = await open.Ledger.StatesAsync(cancellationToken);
                seen = (states, version, time.GetTimestamp(), time.GetElapsedTime(began));
            }
        }
        finally
        {
            looking.Release();
        }
    }

    private void Gather(bool withRollups, IReadOnlyList<Board> published)
    {
        var (state, began, taxonomy) = (StateOfAll(), time.GetTimestamp(), maker.Taxonomy());
        var known = exams.Values.OrderBy(exam => exam.Entry.Name, StringComparer.Ordinal).ToList();
        all = SetOf(known);
        unguarded = known.Any(exam => exam.Entry.IsPrivate) ? SetOf([.. known.Where(exam => !exam.Entry.IsPrivate)]) : all;
        (gatheredFrom, gathered) = (withRollups ? state : "", (time.GetUtcNow(), time.GetElapsedTime(began)));

        BoardSet SetOf(List<KnownExam> exams)
        {
            // Whoever uploads a set chooses its title, and must not thereby change the board of an exam that is called so.
            var answered = exams.Where(exam => !exam.Entry.IsUpload).SelectMany(exam => exam.Boards).Concat(published).Where(board => board.Rows.Count > 0).ToList();
            return new(exams, withRollups ? maker.Rollups(taxonomy, answered) : [], published, taxonomy, time.GetUtcNow());
        }
    }
}
