using System.Globalization;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>Answers attempts by replies that are kept already, of whatever exam, so that the same is not paid for twice.</summary>
internal sealed class Recall
{
    private readonly string?[] model;
    private readonly Ledger? kept;
    private readonly bool isReplay;
    private readonly TimeProvider time;

    private Recall(Model model, Ledger? kept, bool isReplay, TimeProvider time)
    {
        this.model = Sitting.SettingsOf(model);
        this.kept = kept;
        this.isReplay = isReplay;
        this.time = time;
    }

    /// <summary>Whether no kept reply can answer anything.</summary>
    public bool IsEmpty => kept is null;

    /// <summary>Looks whether anything can be found at all.</summary>
    /// <param name="ledger">The ledger of the run.</param>
    /// <param name="sitting">The sitting whose attempts are to be answered.</param>
    /// <param name="settings">Whether replies may be reused, or nothing else may be.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<Recall> OpenAsync(
        Ledger ledger, Sitting sitting, RunSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        if (settings.Replay is { } replay)
        {
            return new Recall(sitting.Model, replay, isReplay: true, time);
        }

        var own = Sitting.SettingsOf(sitting.Model);
        var mayFind = settings.Reuse
            && await ledger.NamesakesAsync(sitting, cancellationToken).AnyAsync(other => Sitting.SettingsOf(other).SequenceEqual(own), cancellationToken);
        return new Recall(sitting.Model, mayFind ? ledger : null, isReplay: false, time);
    }

    /// <summary>The attempt with its reply: a kept one with the time, tokens and cost it had, else what asking brings.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="prompt">What is asked.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null when only kept replies count and there is none.</returns>
    public async Task<LedgerEntry?> AnswerAsync(Attempt attempt, Prompt prompt, Func<Task<Reply>> ask, CancellationToken cancellationToken) =>
        await FindAsync(attempt, prompt, cancellationToken) ?? (isReplay ? null : Entry(attempt, prompt, await ask(), time.GetUtcNow()));

    /// <summary>The attempt with a kept reply, with the time, tokens and cost it had; null when there is none.</summary>
    public async Task<LedgerEntry?> FindAsync(Attempt attempt, Prompt prompt, CancellationToken cancellationToken) =>
        await FindAsync(RequestOf(attempt, prompt), cancellationToken) is { } found
            ? Entry(attempt, prompt, found.Reply with { IsReused = true }, found.AskedAt)
            : null;

    /// <summary>The attempt with a reply.</summary>
    public LedgerEntry Entry(Attempt attempt, Prompt prompt, Reply reply, DateTimeOffset askedAt) =>
        new(attempt.Key, attempt.Question.Id, attempt.Repeat, askedAt, reply, null) { Request = RequestOf(attempt, prompt) };

    /// <summary>Whether a kept reply answers the attempt.</summary>
    public async Task<bool> HoldsAsync(Attempt attempt, Func<Prompt> prompt, CancellationToken cancellationToken) =>
        kept is not null && await FindAsync(RequestOf(attempt, prompt()), cancellationToken) is not null;

    /// <summary>A failure is worth replaying, but never reusing.</summary>
    private async Task<LedgerEntry?> FindAsync(string request, CancellationToken cancellationToken) =>
        kept is not null && await kept.FindSentAsync(request, cancellationToken) is { } found && (isReplay || found.Reply.Outcome != Outcome.Failed)
            ? found
            : null;

    // The seed follows from settings and repeat. The question's text keeps questions apart that ask the very same within one exam.
    private string RequestOf(Attempt attempt, Prompt prompt) => Fingerprint.Of(
        [.. model, prompt.System, prompt.Text, attempt.Text, attempt.Repeat.ToString(CultureInfo.InvariantCulture)]);
}
