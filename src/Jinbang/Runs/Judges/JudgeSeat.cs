using System.Collections.Concurrent;
using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Runs.Judges;

/// <summary>One judge at work: finds in the ledger what it has said before, and asks only the rest.</summary>
internal sealed class JudgeSeat
{
    private readonly Candidate candidate;
    private readonly Asker asker;
    private readonly Ledger ledger;
    private readonly RunSettings settings;
    private readonly TimeProvider time;
    private readonly Journal journal;
    private readonly Means means;

    private readonly Lock gate = new();
    private JudgeProgress progress;

    // Two models may give one same reply at the same moment.
    private readonly ConcurrentDictionary<string, Lazy<Task<LedgerJudgement?>>> underway = new();

    public JudgeSeat(
        Candidate candidate, RunSettings settings, Ledger ledger, Journal journal, Means means, TimeProvider time, CancellationToken callLife)
    {
        this.candidate = candidate;
        this.settings = settings;
        this.ledger = ledger;
        this.time = time;
        this.journal = journal;
        this.means = means;
        asker = new Asker(candidate, means.Pace, settings.Retries, time, callLife) { Log = settings.Log };
        progress = new JudgeProgress(candidate.Examinee.Model);
    }

    public JudgeProgress Progress => Volatile.Read(ref progress);

    /// <summary>What the judge says of a case; null when that could not be had.</summary>
    public Task<LedgerJudgement?> AskAsync(JudgeCase put, CancellationToken cancellationToken)
    {
        var key = Fingerprint.Of([.. Sitting.SettingsOf(candidate.Examinee.Model), put.Prompt.System, put.Prompt.Text]);
        return underway.GetOrAdd(key, _ => new(() => FindOrAskAsync(key, put, cancellationToken))).Value;
    }

    private async Task<LedgerJudgement?> FindOrAskAsync(string key, JudgeCase put, CancellationToken cancellationToken)
    {
        if (await ledger.FindJudgementAsync(key, cancellationToken) is { } kept)
        {
            return kept;
        }

        if (settings.Replay is { } replay)
        {
            return await ReplayAsync(replay, key, put, cancellationToken);
        }

        return await means.DoAloneAsync(
            key, async () => await ledger.FindJudgementAsync(key, cancellationToken) ?? await AskAsync(key, put, cancellationToken), cancellationToken);
    }

    private async Task<LedgerJudgement?> AskAsync(string key, JudgeCase put, CancellationToken cancellationToken)
    {
        using var hold = journal.Open(put.Sitting, candidate.Examinee.Model.Name);
        return await ReplyAsync(put, hold, cancellationToken) is { } reply ? await KeepAsync(key, put, time.GetUtcNow(), reply, hold) : null;
    }

    private async Task<LedgerJudgement?> ReplayAsync(Ledger replay, string key, JudgeCase put, CancellationToken cancellationToken)
    {
        if (await replay.FindJudgementAsync(key, cancellationToken) is { } kept)
        {
            using var hold = journal.Open(put.Sitting, candidate.Examinee.Model.Name);
            return await KeepAsync(key, put, kept.AskedAt, kept.Judgement.Reply with { IsReused = true }, hold);
        }

        Miss(new("The replayed ledger does not have what it said of them.", "被重放的账本中没有对它们的评判。"), null);
        return null;
    }

    private async Task<Reply?> ReplyAsync(JudgeCase put, Hold hold, CancellationToken cancellationToken)
    {
        try
        {
            var reply = Progress.Stopped is null ? await asker.AskAsync(put.Prompt with { Seed = candidate.Examinee.SeedOf(0) }, hold, cancellationToken) : null;
            if (reply is not null and not { Outcome: Outcome.Failed })
            {
                return reply;
            }

            Miss(null, reply?.Error);
        }
        catch (ProviderException fault)
        {
            Miss(fault.Problem, null);
        }
        catch (BudgetExhaustedException end)
        {
            Miss(end.Problem, null);
        }

        return null;
    }

    /// <summary>Counts a reply that was not judged; a judge that only fails is left alone.</summary>
    private void Miss(Phrase? stop, string? error) => Change(now =>
    {
        var failures = now.FailuresInARow + (error is null ? 0 : 1);
        Phrase? giveUp = failures >= settings.GiveUpAfter
            ? new($"{failures} calls in a row got no reply; the last one:", $"连续 {failures} 次调用没有得到回复；最后一次：")
            : null;
        return now with
        {
            Unheard = now.Unheard + 1,
            FailuresInARow = failures,
            Stopped = now.Stopped ?? stop ?? giveUp,
            LastError = error ?? now.LastError,
        };
    });

    private void Change(Func<JudgeProgress, JudgeProgress> change)
    {
        lock (gate)
        {
            progress = change(progress);
        }
    }

    // What was paid for is kept even when the run is cancelled meanwhile.
    private async Task<LedgerJudgement> KeepAsync(string key, JudgeCase put, DateTimeOffset askedAt, Reply reply, Hold hold)
    {
        var judgement = new LedgerJudgement(
            key, put.Sitting, put.Attempt, put.Use, put.Question, askedAt, new Judgement(candidate.Examinee.Model.Name, reply));
        await journal.KeepAsync(judgement, hold);
        Change(now => now with { Asked = now.Asked + 1, FailuresInARow = 0 });
        return judgement;
    }
}
