using System.Text;
using System.Text.Json;
using Jinbang.Simulator.Faults;

namespace Jinbang.Tests.EndToEnd;

/// <summary>What a run tells those who watch it: the log and OpenTelemetry.</summary>
public sealed class ObservationTests : IDisposable
{
    private readonly Stranger stranger = new();
    private readonly string exam = Stranger.Sample("general-science.yaml");

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task The_log_tells_of_the_run_its_faults_and_its_end_and_of_no_question()
    {
        await using var server = await Stranger.StartSimulatorAsync(new()
        {
            Sheet = Stranger.SheetOf(exam),
            Script = [new ScriptLine(Fault.Parse("429:retry-after=0")) { Times = 3 }, new ScriptLine(Fault.Parse("402")) { Model = "sim-weak", Times = 1000 }],
        });
        stranger.Write("jinbang.yaml", "log: kept.log\n");

        (await RunAsync(server, "sim-strong")).Expect(0);
        (await RunAsync(server, "sim-weak", "--log", "run.log")).Expect(1);

        var events = Events("kept.log");
        Assert.Equal(["RunBegan", "CallFailed", "CallFailed", "CallFailed", "ModelEnded", "RunEnded"], events.Select(Name));
        Assert.Equal(("RateLimited", "sim-strong"), (events[1].GetProperty("Kind").GetString(), events[1].GetProperty("Model").GetString()));
        Assert.Equal((40, 40, 3), (events[4].GetProperty("Asked").GetInt32(), events[4].GetProperty("Graded").GetInt32(), events[4].GetProperty("Retries").GetInt32()));
        Assert.Equal("QuotaExhausted", Assert.Single(Events("run.log"), it => Name(it) == "ModelStopped").GetProperty("Cause").GetString());
        Assert.DoesNotContain("?", stranger.Read("kept.log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_refused_before_asking()
    {
        await using var server = await Stranger.StartSimulatorAsync(new());

        (await RunAsync(server, "sim-strong", "--log", "none/run.log")).Expect(2).Names("none/run.log");

        Assert.Equal(0, server.Stats.Requests);
    }

    [Fact]
    public async Task Traces_and_metrics_follow_the_conventions_and_hold_no_words()
    {
        await using var receiver = new OtlpReceiver();
        await using var server = await Stranger.StartSimulatorAsync(new()
        {
            Sheet = Stranger.SheetOf(exam),
            Script = [new ScriptLine(Fault.Parse("503")) { Times = 2 }],
        });
        stranger.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address;
        stranger.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";

        (await RunAsync(server, "sim-strong")).Expect(0);

        var spans = receiver.Spans.ToList();
        var (good, failed) = (spans.Where(span => span.Status == 0).ToList(), spans.Where(span => span.Status == 2).ToList());
        Assert.All(spans, span => Assert.Equal("chat sim-strong", span.Name));
        Assert.Equal((40, 2), (good.Count, failed.Count));
        Assert.All(failed, span => Assert.Equal("ServerError", span.Attributes["error.type"]));
        Assert.Equal(
            ("chat", "127.0.0.1", "sim-strong", "simulated:sim-strong", "stop", (long)server.Endpoint.Port),
            (good[0].Attributes["gen_ai.operation.name"], good[0].Attributes["gen_ai.provider.name"], good[0].Attributes["gen_ai.request.model"],
                good[0].Attributes["gen_ai.response.model"], good[0].Attributes["gen_ai.response.finish_reasons"], good[0].Attributes["server.port"]));
        Assert.Equal(server.Stats.CompletionTokens, good.Sum(span => (long)span.Attributes["gen_ai.usage.output_tokens"]));

        Assert.Equal((40UL, 2UL), (Count(receiver, "gen_ai.client.operation.duration", "error.type", null), Count(receiver, "gen_ai.client.operation.duration", "error.type", "ServerError")));
        Assert.Equal(40UL, Count(receiver, "gen_ai.server.time_to_first_token", "error.type", null));
        Assert.InRange(Count(receiver, "gen_ai.server.time_per_output_token", "error.type", null), 1UL, 40UL);
        Assert.Equal(
            (double)server.Stats.PromptTokens,
            receiver.Points.Where(point => point.Name == "gen_ai.client.token.usage" && (string)point.Attributes["gen_ai.token.type"] == "input").Sum(point => point.Sum));
        Assert.DoesNotContain(receiver.Requests, request => Encoding.UTF8.GetString(request.Body).Contains('？', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_collector_that_is_not_there_holds_nothing_up_and_an_address_that_is_none_is_refused()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });
        stranger.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9";
        stranger.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        var start = TimeProvider.System.GetTimestamp();

        (await RunAsync(server, "sim-strong")).Expect(0);

        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 30);
        stranger.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "somewhere";
        (await RunAsync(server, "sim-weak")).Expect(2).Names("OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    private Task<Said> RunAsync(Jinbang.Simulator.SimulatedProvider server, string model, params string[] more) =>
        stranger.RunAsync(["run", "--exam", exam, "--endpoint", server.Endpoint.ToString(), "--model", model, .. more]);

    private List<JsonElement> Events(string file) =>
        [.. stranger.Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string Name(JsonElement told) => told.GetProperty("EventId").GetProperty("Name").GetString()!;

    private static ulong Count(OtlpReceiver receiver, string name, string attribute, string? value) => receiver.Points
        .Where(point => point.Name == name && point.Attributes.GetValueOrDefault(attribute) as string == value)
        .Aggregate(0UL, (sum, point) => sum + point.Count);
}
