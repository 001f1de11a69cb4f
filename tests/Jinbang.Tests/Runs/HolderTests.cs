using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs;

/// <summary>Runs of a process that others may take for dead.</summary>
public sealed class HolderTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Rate Rate = new(10, 10, 20);
    private readonly SqliteLedger ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task While_nothing_may_begin_no_call_is_sent_and_afterwards_the_run_goes_on()
    {
        using var holder = new WatchedHolder(ledger);
        using var model = new ScriptedExaminee(Samples.Model(), (_, call) =>
        {
            if (call == 20)
            {
                holder.Pause();
            }

            return new Reply(Outcome.Replied, "Answer: A") { Usage = new TokenUsage(100, 10) };
        });
        var run = await PrepareAsync(60, holder, model);
        var asking = run.AskAsync(Token);
        await holder.Waits.WaitAsync(Token);
        var asked = model.Calls;
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Token);

        // Those that had leave already are sent.
        Assert.InRange(model.Calls, 20, asked + 3);
        holder.Resume();
        await asking;

        Assert.Equal((60, true), (model.Calls, run.Progress[0].IsFull));
    }

    [Fact]
    public async Task Who_was_removed_begins_nothing_but_what_was_under_way_is_written_however_often_that_must_be_tried()
    {
        using var holder = new WatchedHolder(ledger) { Faults = 2 };
        var isAnswered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var model = new ScriptedExaminee(Samples.Model(), (_, _) => new Reply(Outcome.Replied, "Answer: A") { Usage = new TokenUsage(100, 10) })
        {
            Before = _ => isAnswered.Task,
        };
        var run = await PrepareAsync(60, holder, model);
        var asking = run.AskAsync(Token);
        while (model.Calls < 4)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Token);
        }

        await holder.RemoveAsync();
        isAnswered.SetResult();
        var fault = await Assert.ThrowsAsync<LedgerFaultException>(() => asking);

        Assert.Contains("others have its work", fault.Problem.English, StringComparison.Ordinal);
        Assert.Equal((4, 4), (model.Calls, await ledger.KeptAsync(run.Seats[0].Sitting.Key, Token).CountAsync(Token)));
        Assert.Equal(UnknownSpending.None, await ledger.UnknownSpendingAsync(run.Seats[0].Sitting.Key, Token));
    }

    [Fact]
    public async Task A_call_is_not_sent_when_its_mark_comes_too_late()
    {
        using var holder = new WatchedHolder(ledger) { IsRemovedByFirstPage = true };
        using var model = ScriptedExaminee.Always("Answer: A");
        var run = await PrepareAsync(60, holder, model);

        await Assert.ThrowsAsync<LedgerFaultException>(() => run.AskAsync(Token));

        Assert.Equal(0, model.Calls);
        Assert.Equal(UnknownSpending.None, await ledger.UnknownSpendingAsync(run.Seats[0].Sitting.Key, Token));
    }

    private Task<Run> PrepareAsync(int questions, WatchedHolder holder, Examinee model)
    {
        var means = new HeldMeans(holder);
        return Run.PrepareAsync(
            Samples.Exam(questions), [new Candidate(model, Rate)], PromptTemplates.Load(null), ledger, Samples.Quick, new Budget(null), means, TimeProvider.System, Token);
    }

    private sealed class HeldMeans(Holder holder) : Means
    {
        private readonly OwnMeans own = new(new OwnPace(Samples.Quick, TimeProvider.System));

        public override Pace Pace => own.Pace;

        public override Holder HolderOf(Ledger ledger) => holder;

        public override Fund FundOf(string model, decimal? cap) => own.FundOf(model, cap);

        internal override Backlog BacklogOf(Seat seat) => own.BacklogOf(seat);

        internal override Task DoOnceAsync(string what, Func<Task> work, CancellationToken cancellationToken) => own.DoOnceAsync(what, work, cancellationToken);

        internal override Task<T> DoAloneAsync<T>(string key, Func<Task<T>> work, CancellationToken cancellationToken) => own.DoAloneAsync(key, work, cancellationToken);
    }

    private sealed class WatchedHolder(Ledger ledger) : Holder, IDisposable
    {
        private readonly CancellationTokenSource removed = new();
        private readonly TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile TaskCompletionSource? pause;

        /// <summary>Writes that fail first.</summary>
        public int Faults { get; set; }

        public bool IsRemovedByFirstPage { get; init; }

        /// <summary>Done when somebody has to wait.</summary>
        public Task Waits => waits.Task;

        public override CancellationToken Removed => removed.Token;

        public override async ValueTask AdmitAsync(CancellationToken cancellationToken)
        {
            if (pause is { } wait)
            {
                waits.TrySetResult();
                await wait.Task.WaitAsync(cancellationToken);
            }

            removed.Token.ThrowIfCancellationRequested();
        }

        public override async Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken)
        {
            if (removed.IsCancellationRequested && Faults-- > 0)
            {
                throw new LedgerFaultException(new("not now", "稍后"), isPassing: true, null);
            }

            await ledger.WriteAsync(pages, cancellationToken);
            if (IsRemovedByFirstPage)
            {
                await removed.CancelAsync();
            }
        }

        public void Pause() => pause = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Resume()
        {
            pause!.SetResult();
            pause = null;
        }

        public Task RemoveAsync() => removed.CancelAsync();

        public void Dispose() => removed.Dispose();
    }
}
