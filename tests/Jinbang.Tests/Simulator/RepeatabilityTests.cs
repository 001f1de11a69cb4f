using System.Net;
using Jinbang.Simulator;
using Jinbang.Simulator.Faults;

namespace Jinbang.Tests.Simulator;

public sealed class RepeatabilityTests
{
    private static readonly SimulatorOptions Options = new() { Seed = 7, Faults = FaultShare.ParseAll("429=0.3,500=0.2") };

    [Fact]
    public async Task The_same_seed_strikes_the_same_calls()
    {
        Assert.Equal(await StatusesAsync(Options), await StatusesAsync(Options));
        Assert.NotEqual(await StatusesAsync(Options), await StatusesAsync(Options with { Seed = 8 }));
    }

    [Fact]
    public async Task Faults_strike_their_share_of_calls()
    {
        var statuses = await StatusesAsync(Options);
        Assert.InRange(statuses.Count(status => status == HttpStatusCode.TooManyRequests), 60, 120);
        Assert.InRange(statuses.Count(status => status == HttpStatusCode.InternalServerError), 30, 90);
    }

    [Fact]
    public async Task A_repeated_call_may_fare_differently_but_is_answered_the_same()
    {
        await using var caller = await Caller.StartAsync(Options);
        var bodies = new List<string>();
        for (var repeat = 0; repeat < 30; repeat++)
        {
            using var response = await caller.AskAsync("Which?");
            bodies.Add(response.IsSuccessStatusCode ? Caller.Text(Caller.Json(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))) : "");
        }

        Assert.Equal(2, bodies.Distinct().Count());
    }

    [Fact]
    public async Task A_script_strikes_by_number_model_and_question_in_order()
    {
        await using var caller = await Caller.StartAsync(new()
        {
            Models = [new("x"), new("y")],
            Sheet = new([SampleExam.Of(3)]),
            Script =
            [
                new(Fault.Parse("500")) { At = 1 },
                new(Fault.Parse("503")) { Model = "y", Times = 2 },
                new(Fault.Parse("529")) { Question = "q2" },
            ],
        });
        (string Model, int Question)[] calls = [("x", 0), ("x", 0), ("y", 0), ("y", 1), ("y", 0), ("x", 2), ("x", 2)];
        var statuses = new List<int>();
        foreach (var (model, question) in calls)
        {
            using var response = await caller.AskAsync(SampleExam.Prompt(question), model);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([200, 500, 503, 503, 200, 529, 200], statuses);
    }

    [Fact]
    public async Task A_model_may_have_its_own_faults()
    {
        await using var caller = await Caller.StartAsync(new()
        {
            Models = [new("well"), new("ill") { Faults = FaultShare.ParseAll("503=1") }],
        });
        using var well = await caller.AskAsync("Which?", "well");
        using var ill = await caller.AskAsync("Which?", "ill");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (well.StatusCode, ill.StatusCode));
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> StatusesAsync(SimulatorOptions options)
    {
        await using var caller = await Caller.StartAsync(options);
        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < 300; call++)
        {
            using var response = await caller.AskAsync($"Question {call % 100}");
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }
}
