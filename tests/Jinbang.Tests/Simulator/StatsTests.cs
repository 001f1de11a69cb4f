using Jinbang.Simulator.Faults;

namespace Jinbang.Tests.Simulator;

public sealed class StatsTests
{
    [Fact]
    public async Task Calls_are_counted_by_what_became_of_them()
    {
        await using var caller = await Caller.StartAsync(new() { Script = [new(Fault.Parse("429")) { At = 1 }] });
        _ = await caller.BodyAsync("12345678");
        _ = await caller.BodyAsync("another");
        _ = await caller.BodyAsync("another");
        _ = await caller.BodyAsync("another", stream: true);
        _ = await caller.BodyAsync("12345678", "sim-weak");
        _ = await caller.BodyAsync("12345678", "nobody");
        var stats = await caller.GetAsync("/stats");
        int Of(string name) => stats.GetProperty(name).GetInt32();
        Assert.Equal((6, 4, 4, 2), (Of("requests"), Of("replies"), Of("paid"), Of("unpaid")));
        Assert.Equal((2, 1, 8), (Of("repeated"), Of("repeated_paid"), Of("prompt_tokens")));
        Assert.Equal((0, 1), (Of("in_flight"), Of("max_in_flight")));
        Assert.InRange(Of("peak_per_second"), 1, 6);
        Assert.Equal("""{"200":4,"404":1,"429":1}""", stats.GetProperty("by_status").ToString());
        Assert.Equal("""{"sim-strong":4,"sim-weak":1}""", stats.GetProperty("by_model").ToString());
        Assert.Equal("""{"sim-strong":6,"sim-weak":2}""", stats.GetProperty("prompt_tokens_by_model").ToString());
        Assert.Equal("""{"429":1}""", stats.GetProperty("by_fault").ToString());
    }

    [Fact]
    public async Task A_reset_starts_counts_and_script_anew()
    {
        await using var caller = await Caller.StartAsync(new() { Script = [new(Fault.Parse("500"))] });
        var before = await caller.BodyAsync("Which?");
        _ = await caller.BodyAsync("Which?");
        using var reset = await caller.SendAsync(HttpMethod.Post, "/stats/reset");
        Assert.Equal(0, caller.Provider.Stats.Requests);
        Assert.Equal(before, await caller.BodyAsync("Which?"));
        Assert.Equal((1, 0), (caller.Provider.Stats.Requests, caller.Provider.Stats.Repeated));
    }

    [Fact]
    public async Task Calls_at_once_are_counted()
    {
        await using var caller = await Caller.StartAsync(new() { Latency = Jinbang.Simulator.Pacing.Latency.Parse("200ms") });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => caller.BodyAsync($"Question {number}")));
        Assert.Equal((8, 0), (caller.Provider.Stats.MostInFlight, caller.Provider.Stats.InFlight));
    }
}
