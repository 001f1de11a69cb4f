using Jinbang.Runs;
using Jinbang.Runs.Sharing;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>What several write at once is written together.</summary>
public sealed class ConvoyTests
{
    private const int Writers = 40;

    private readonly List<IReadOnlyList<LedgerPage>> tried = [];
    private readonly List<string> written = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_to_be_written_meanwhile_goes_with_one_commit()
    {
        var gate = new TaskCompletionSource();
        using var convoy = WaitingFor(gate);
        var all = Enumerable.Range(0, Writers).Select(nth => convoy.WriteAsync(PageOf(nth), Token)).ToList();
        gate.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(Enumerable.Range(0, Writers).Select(nth => $"{nth}"), written);
        Assert.Equal(2, tried.Count);
    }

    [Fact]
    public async Task What_fails_is_told_to_all_and_tried_again_as_the_very_same_pages()
    {
        var faults = new Random(3);
        using var convoy = new Convoy((pages, _) =>
        {
            tried.Add(pages);
            if (faults.NextDouble() < 0.6)
            {
                throw new LedgerFaultException(new("away", "不在"), isPassing: true, cause: null);
            }

            written.AddRange(pages.Select(page => page.Sitting));
            return Task.CompletedTask;
        });

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(nth => Task.Run(() => PersistAsync(convoy, PageOf(nth)), Token)));

        // Each page once, and what is tried again is the same list, by which a ledger knows it.
        Assert.Equal(Enumerable.Range(0, Writers).Select(nth => $"{nth}").Order(), written.Order());
        var lists = tried.Distinct(ReferenceEqualityComparer.Instance).Cast<IReadOnlyList<LedgerPage>>().ToList();
        Assert.Equal(Writers, lists.Sum(list => list.Count));
        Assert.True(tried.Count > lists.Count, "Nothing failed.");
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_its_pages_to_the_others()
    {
        var gate = new TaskCompletionSource();
        using var convoy = WaitingFor(gate);
        using var end = new CancellationTokenSource();
        var (first, gone, last) = (convoy.WriteAsync(PageOf(0), Token), convoy.WriteAsync(PageOf(1), end.Token), convoy.WriteAsync(PageOf(2), Token));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        gate.SetResult();
        await Task.WhenAll(first, last);

        Assert.Equal(["0", "1", "2"], written);
    }

    private static async Task PersistAsync(Convoy convoy, IReadOnlyList<LedgerPage> pages)
    {
        while (true)
        {
            try
            {
                await convoy.WriteAsync(pages, Token);
                return;
            }
            catch (LedgerFaultException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
            }
        }
    }

    private Convoy WaitingFor(TaskCompletionSource gate) => new(async (pages, _) =>
    {
        await gate.Task;
        tried.Add(pages);
        written.AddRange(pages.Select(page => page.Sitting));
    });

    private static IReadOnlyList<LedgerPage> PageOf(int nth) => [new LedgerPage($"{nth}")];
}
