using System.Net;
using System.Text.Json;

namespace Jinbang.Tests.Web;

/// <summary>What somebody confirms is the plan that was shown while that holds, and a new one otherwise.</summary>
public sealed class ConfirmTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly WallClock clock = new();
    private RunRoom room = null!;

    public async ValueTask InitializeAsync() => room = await RunRoom.OpenAsync(40, "0", 4);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task The_plan_that_was_shown_is_judged_until_it_is_ten_minutes_old()
    {
        clock.Go(TimeSpan.FromDays(330));
        await room.ServeAsync(clock);
        // As nothing is known of the model, long replies are expected.
        var order = Order("first", 0.05m);
        var plan = await room.PlanAsync(order);
        Assert.True(plan.GetProperty("isRefused").GetBoolean());
        await room.UntilRestAsync(await room.StartAsync("second", "sim-strong"), "Finished");

        clock.Go(TimeSpan.FromMinutes(9));
        await RefusedAsync(order, plan);

        clock.Go(TimeSpan.FromMinutes(2));
        using var begun = await room.ConfirmAsync(order, plan);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        Assert.False((await room.PlanAsync(Order("third", 0.05m))).GetProperty("isRefused").GetBoolean());
    }

    [Fact]
    public async Task An_order_of_yesterday_s_prices_is_planned_anew()
    {
        clock.Go(clock.GetLocalNow().Date.AddDays(331).AddMinutes(-3) - clock.GetLocalNow().DateTime);
        await room.ServeAsync(clock);
        var order = Order("first", 0.05m);
        var plan = await room.PlanAsync(order);
        await room.UntilRestAsync(await room.StartAsync("second", "sim-strong"), "Finished");

        clock.Go(TimeSpan.FromMinutes(6));
        using var begun = await room.ConfirmAsync(order, plan);

        Assert.True(plan.GetProperty("isRefused").GetBoolean());
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
    }

    [Fact]
    public async Task Money_that_was_lost_on_the_same_attempts_meanwhile_counts()
    {
        await room.ServeAsync();
        await room.UntilRestAsync(await room.StartAsync("first", "sim-strong"), "Finished");
        var order = new { exams = new[] { "first" }, models = new[] { "sim-strong" }, budget = 1, repeats = 2 };
        var plan = await room.PlanAsync(order);
        Assert.False(plan.GetProperty("isRefused").GetBoolean());

        room.Web.Room.Ask("UPDATE sitting SET lost_yuan = '1' WHERE exam = 'first'");

        await RefusedAsync(order, plan);
    }

    [Fact]
    public async Task A_price_that_was_raised_meanwhile_counts()
    {
        await room.ServeAsync();
        var (order, other) = (Order("first", 1), Order("second", 1));
        var plan = await room.PlanAsync(order);
        Assert.False(plan.GetProperty("isRefused").GetBoolean());

        room.Web.Room.Write("jinbang.yaml", (await File.ReadAllTextAsync(room.Web.Room.Path("jinbang.yaml"), Token))
            .Replace($"output: {RunRoom.Price}", "output: 9000", StringComparison.Ordinal));
        await BoardsRoom.SoonAsync(async () => (await room.PlanAsync(other)).GetProperty("isRefused").GetBoolean());

        await RefusedAsync(order, plan);
    }

    [Fact]
    public async Task Questions_that_were_added_meanwhile_count()
    {
        await room.ServeAsync();
        var order = Order("first", 1);
        var plan = await room.PlanAsync(order);
        Assert.False(plan.GetProperty("isRefused").GetBoolean());

        await File.AppendAllLinesAsync(room.Web.Room.Path("first.jsonl"), Enumerable.Range(0, 1000).Select(number =>
            $$"""{"id":"more{{number}}","question":"Which number follows {{number}}, {{number}} and one?","options":{"A":"{{number + 1}}","B":"{{number + 20}}"},"answer":"A"}""").Prepend(""), Token);

        await RefusedAsync(order, plan);
    }

    private static object Order(string exam, decimal budget) => new { exams = new[] { exam }, models = new[] { "sim-strong" }, budget };

    private async Task RefusedAsync(object order, JsonElement plan)
    {
        var asked = room.Server.Stats.Requests;
        using var refused = await room.ConfirmAsync(order, plan);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("likely to cost", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(asked, room.Server.Stats.Requests);
    }
}
