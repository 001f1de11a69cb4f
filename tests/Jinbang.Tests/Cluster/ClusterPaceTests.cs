using System.Collections.Concurrent;
using System.Text;
using Jinbang.Simulator.Pacing;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster;

/// <summary>The pace of an account that several silos work with, as its provider counts. More than a minute of it: JINBANG_LONG_TESTS=1.</summary>
public sealed class ClusterPaceTests(SharedPostgres postgres, ITestOutputHelper output)
{
    private const int PerMinute = 600;
    private const int Bucket = 10;

    private static readonly int Questions = LongForm.Of(140, 900);

    // What people are promised; a suite starves silos of the processor.
    private static readonly double Share = LongForm.Of(1.5, 1.05);

    [Fact]
    public async Task Three_silos_together_never_exceed_an_account_s_requests_a_minute_and_lose_no_time()
    {
        using var diary = new Diary();
        // The provider says nothing of its limits. Beside what may come at once it excuses what a busy machine held up for a second.
        var options = new Jinbang.Simulator.SimulatorOptions { Latency = Latency.Parse("30ms"), RateLimit = new(PerMinute, 2 * Bucket) { IsShared = true }, Log = diary };
        var plan = new ExamPlan { Exams = [("widgets.yaml", ExamPlan.Widgets(Questions))], Limits = $"{{rpm: {PerMinute}}}" };
        await using var room = await ExamRoom.OpenAsync(await postgres.NewDatabaseAsync(TestContext.Current.CancellationToken), plan, options);
        await room.StartAsync(3);

        var (code, _, errors) = await room.RunAsync();

        Assert.True(code == 0, errors);
        Assert.Equal(Questions, await room.AskAsync<long>("SELECT count(*) FROM attempt"));
        Assert.Equal([200], room.Calls.ByStatus.Keys);
        Assert.InRange(await room.AskAsync<long>("SELECT count(DISTINCT holder) FROM outstanding"), 2, 3);
        var moments = diary.Moments;
        var ideal = (moments.Count - 1) / (PerMinute / 60d);
        output.WriteLine($"{moments.Count} calls in {moments[^1]:F2} s, {moments[^1] / ideal:F3} of the ideal; most in a minute {Most(moments, 60)}, in 12 s {Most(moments, 12)}, in a second {Most(moments, 1)}");
        Assert.InRange(moments[^1], 0, ideal * Share);
        Assert.InRange(Most(moments, 60), 0, PerMinute + Bucket);
        // In a minute there is room for calls that begin late, in less there is not.
        Assert.InRange(Most(moments, 12), 0, (PerMinute / 5) + (2 * Bucket));
    }

    /// <summary>The most calls within any so many seconds.</summary>
    private static int Most(IReadOnlyList<double> moments, double window)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < moments.Count; last++)
        {
            while (moments[last] - moments[first] >= window)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    /// <summary>When the provider ended its calls, all of which take the same time.</summary>
    private sealed class Diary : TextWriter
    {
        private readonly ConcurrentQueue<long> lines = new();

        public override Encoding Encoding => Encoding.UTF8;

        /// <summary>Seconds since the first, in order.</summary>
        public IReadOnlyList<double> Moments
        {
            get
            {
                long[] all = [.. lines.Order()];
                return [.. all.Select(line => TimeProvider.System.GetElapsedTime(all[0], line).TotalSeconds)];
            }
        }

        public override void WriteLine(string? value) => lines.Enqueue(TimeProvider.System.GetTimestamp());
    }
}
