using Jinbang.Runs.Ledgers;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Search;

/// <summary>An index beside a ledger of all that was replied: it follows the ledger, whoever writes that, and can be deleted at any time.</summary>
/// <param name="path">The index's file, which this program alone writes.</param>
/// <param name="ledger">The ledger, open for as long as this.</param>
public sealed class SearchIndex(string path, SqlLedger ledger) : IDisposable
{
    // As many rows as are read and written within a moment and take little room, however long they are.
    private const int Rows = 500;

    private readonly LedgerTail tail = new(ledger.Store);
    private SearchWriter? writer;
    private IReadOnlyList<SearchExam>? followed;

    /// <summary>How far it has come; null before the first step.</summary>
    public SearchProgress? Progress { get; private set; }

    /// <summary>Searches it, as far as it has come.</summary>
    public CaseSearch Search { get; } = new(path, ledger.Store);

    /// <summary>Comes a little nearer to the ledger. For one caller at a time; what was done stays done, however the program ends.</summary>
    /// <param name="exams">The exams that replies belong to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is more to do.</returns>
    /// <exception cref="LedgerFaultException">The ledger cannot be read, or the index cannot be written.</exception>
    public async Task<bool> StepAsync(IReadOnlyList<SearchExam> exams, CancellationToken cancellationToken)
    {
        try
        {
            var own = writer is not null && File.Exists(path) ? writer : Open();
            var state = own.State();
            var last = await tail.LastAsync(new(state.Attempt, state.Change, state.Used), cancellationToken);
            if (await IsOfAnotherAsync(state, last, cancellationToken))
            {
                Forget();
                return true;
            }

            Progress = new(state.Attempt, last.Attempt);
            var isMore = await FollowExamsAsync(own, state, exams, cancellationToken)
                || await FollowSittingsAsync(own, state, last.Used, cancellationToken)
                || await AddAsync(own, state, last.Attempt, cancellationToken)
                || await ChangeAsync(own, state, last.Change, cancellationToken)
                || await FreshenAsync(own, cancellationToken);
            return isMore;
        }
        catch (SqliteException fault)
        {
            if (SqliteFaults.Of(fault, path) is { IsPassing: true } kept)
            {
                Close();
                throw kept;
            }

            // What cannot be understood is made anew.
            Forget();
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        Search.Close();
    }

    private SearchWriter Open()
    {
        Close();
        Search.Close();
        return writer = new(path);
    }

    private void Close()
    {
        writer?.Dispose();
        (writer, followed) = (null, null);
    }

    private void Forget()
    {
        Close();
        Search.Close();
        SearchSchema.Delete(path);
    }

    private async Task<bool> IsOfAnotherAsync(SearchState state, LedgerEnd last, CancellationToken cancellationToken) =>
        state.Attempt > last.Attempt || state.Change > last.Change || state.Used > last.Used
        || (state.Attempt > 0 && await tail.KeyAsync(state.Attempt, cancellationToken) != state.Key);

    /// <summary>Takes in one exam that is new or has changed.</summary>
    private async Task<bool> FollowExamsAsync(SearchWriter own, SearchState state, IReadOnlyList<SearchExam> exams, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(exams, followed) || exams.FirstOrDefault(exam => !own.Has(exam)) is not { } next)
        {
            followed = exams;
            return false;
        }

        var stale = await AttemptsAsync(own.SittingsOf(next), state.Attempt, cancellationToken);
        var questions = next.Read().Questions;
        own.AtOnce(() =>
        {
            own.Put(next, questions);
            own.MakeStale(stale);
        });
        return true;
    }

    private async Task<bool> FollowSittingsAsync(SearchWriter own, SearchState state, long used, CancellationToken cancellationToken)
    {
        if (state.Used >= used)
        {
            return false;
        }

        var sittings = await tail.SittingsAsync(state.Used, cancellationToken);
        var stale = await AttemptsAsync([.. sittings.Where(own.IsOtherwise).Select(sitting => sitting.Key)], state.Attempt, cancellationToken);
        own.AtOnce(() =>
        {
            own.Put(sittings);
            own.MakeStale(stale);
            own.Keep(state with { Used = sittings.Max(sitting => sitting.Used) });
        });
        return true;
    }

    private async Task<bool> AddAsync(SearchWriter own, SearchState state, long last, CancellationToken cancellationToken)
    {
        if (state.Attempt >= last)
        {
            return false;
        }

        // Up to what was there before the sittings were looked up, so that none is unknown.
        var fresh = (await tail.AfterAsync(state.Attempt, Rows, cancellationToken)).TakeWhile(attempt => attempt.Id <= last).ToList();
        own.AtOnce(() =>
        {
            own.Put(fresh);
            own.Keep(state with { Attempt = fresh[^1].Id, Key = fresh[^1].Key });
        });
        Progress = new(fresh[^1].Id, last);
        return true;
    }

    private async Task<bool> ChangeAsync(SearchWriter own, SearchState state, long last, CancellationToken cancellationToken)
    {
        if (state.Change >= last)
        {
            return false;
        }

        var changed = await tail.ChangedAfterAsync(state.Change, Rows, cancellationToken);
        var attempts = await tail.OfAsync([.. changed.Select(change => change.Attempt).Where(id => id <= state.Attempt)], cancellationToken);
        own.AtOnce(() =>
        {
            own.Put(attempts);
            own.Keep(state with { Change = changed[^1].Nth });
        });
        return true;
    }

    private async Task<bool> FreshenAsync(SearchWriter own, CancellationToken cancellationToken)
    {
        if (own.Stale(Rows) is not { Count: > 0 } stale)
        {
            return false;
        }

        var attempts = await tail.OfAsync(stale, cancellationToken);
        own.AtOnce(() =>
        {
            own.Put(attempts);
            own.MakeFresh(stale);
        });
        return true;
    }

    private async Task<IReadOnlyList<long>> AttemptsAsync(IReadOnlyList<string> sittings, long upTo, CancellationToken cancellationToken)
    {
        var attempts = new List<long>();
        foreach (var sitting in sittings)
        {
            attempts.AddRange(await tail.OfSittingAsync(sitting, upTo, cancellationToken).ToListAsync(cancellationToken));
        }

        return attempts;
    }
}
