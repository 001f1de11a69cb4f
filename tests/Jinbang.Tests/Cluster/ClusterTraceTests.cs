using System.Text;
using Jinbang.Simulator.Pacing;
using Jinbang.Tests.EndToEnd;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster;

/// <summary>What silos tell those who watch them.</summary>
public sealed class ClusterTraceTests(SharedPostgres postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leave_that_one_silo_asks_of_another_is_one_trace_of_both_and_traces_hold_no_words()
    {
        await using var receiver = new OtlpReceiver();
        await using var room = await ExamRoom.OpenAsync(postgres, 40, new() { Latency = Latency.Parse("100ms") }, "concurrency: 4");
        (room.Variables["OTEL_EXPORTER_OTLP_ENDPOINT"], room.Variables["OTEL_EXPORTER_OTLP_PROTOCOL"]) = (receiver.Address, "http/protobuf");
        await room.StartAsync(2);
        var (code, _, errors) = await room.RunAsync();
        Assert.True(code == 0, errors);
        foreach (var silo in room.Silos)
        {
            // What waits is sent as they leave.
            silo.Signal("TERM");
            Assert.Equal(0, await silo.EndAsync(Token));
        }

        var traces = receiver.Traces.ToList();
        Assert.Equal(2, traces.Select(span => span.Process).Distinct().Count());
        Assert.Equal(40, traces.Count(span => span.Name == "chat sim-strong"));
        Assert.Contains(
            traces.Where(span => span.Name.Contains("ExchangeAsync", StringComparison.Ordinal)).GroupBy(span => span.Trace),
            trace => trace.Select(span => span.Process).Distinct().Count() == 2);
        Assert.All(receiver.Requests, request => Assert.DoesNotContain("What becomes of", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal));
    }
}
