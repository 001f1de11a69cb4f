using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Tests.Web;

public sealed class RunsTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_the_middle_of_two_runs_both_go_on_by_themselves_a_paused_one_stays_and_nothing_is_paid_twice()
    {
        await using var room = await RunRoom.OpenAsync(120, "100ms", 4);
        string[] running;
        string paused;
        long underWay;
        using (var before = await WebProcess.StartAsync(room.Web.Room.Folder))
        {
            room.Client = before.Client;
            paused = await room.StartAsync("third", "sim-weak");
            running = [await room.StartAsync("first", "sim-strong"), await room.StartAsync("second", "sim-strong")];
            await room.UntilAsync(paused, look => RunRoom.Asked(look) >= 4);
            using var answer = await room.ActAsync(paused, "pause");
            await room.UntilRestAsync(paused, "Paused");
            foreach (var id in running)
            {
                await room.UntilAsync(id, look => RunRoom.Asked(look) is >= 8 and < 120);
            }

            await before.KillAsync();
            underWay = room.Server.Stats.InFlight;
        }

        using var after = await WebProcess.StartAsync(room.Web.Room.Folder);
        room.Client = after.Client;
        foreach (var id in running)
        {
            var look = await room.UntilRestAsync(id, "Finished");
            Assert.Equal(120, look.GetProperty("view").GetProperty("models")[0].GetProperty("graded").GetInt32());
        }

        var rest = await room.LookAsync(paused);
        Assert.Equal("Paused", rest.GetProperty("state").GetString());
        var kept = RunRoom.Asked(rest);
        Assert.InRange(kept, 4, 119);
        Assert.InRange(room.Server.Stats.RepeatedPaid, 0, Math.Max(underWay, 2 * 4));
        Assert.Equal(240 + kept, room.Server.Stats.Paid - room.Server.Stats.RepeatedPaid);
        Assert.Equal(0, (await room.Web.Room.RunAsync("board")).Code);
    }

    [Fact]
    public async Task A_run_goes_on_while_another_is_paused_and_a_stopped_one_is_not_resumed()
    {
        await using var room = await RunRoom.OpenAsync(60, "100ms", 4);
        await room.ServeAsync();
        var paused = await room.StartAsync("first", "sim-strong");
        var stopped = await room.StartAsync("second", "sim-strong");
        await room.UntilAsync(paused, look => RunRoom.Asked(look) >= 2);
        await room.UntilAsync(stopped, look => RunRoom.Asked(look) >= 2);
        (await room.ActAsync(paused, "pause")).Dispose();
        (await room.ActAsync(stopped, "stop")).Dispose();
        var (atPause, atStop) = (RunRoom.Asked(await room.UntilRestAsync(paused, "Paused")), RunRoom.Asked(await room.UntilRestAsync(stopped, "Stopped")));

        var other = await room.StartAsync("third", "sim-strong");
        await room.UntilRestAsync(other, "Finished");

        Assert.Equal(60 + atPause + atStop, room.Server.Stats.Paid);
        using var refused = await room.ActAsync(stopped, "resume");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        (await room.ActAsync(paused, "resume")).Dispose();
        await room.UntilRestAsync(paused, "Finished");
        Assert.Equal((120 + atStop, 0L, 0L), (room.Server.Stats.Paid, room.Server.Stats.Repeated, room.Server.Stats.Abandoned));
    }

    [Fact]
    public async Task Two_runs_that_would_ask_the_same_take_turns_and_nothing_is_asked_twice()
    {
        await using var room = await RunRoom.OpenAsync(60, "100ms", 4);
        await room.ServeAsync();
        var first = await room.StartAsync("first", "sim-strong");
        await room.UntilAsync(first, look => RunRoom.Asked(look) >= 2);
        var second = await room.StartAsync("first", "sim-strong");

        var waiting = await room.UntilAsync(second, look => look.GetProperty("waitsFor").ValueKind == JsonValueKind.Object);
        Assert.Contains("asking some of the same", waiting.GetProperty("waitsFor").GetProperty("english").GetString(), StringComparison.Ordinal);
        await room.UntilRestAsync(first, "Finished");
        await room.UntilRestAsync(second, "Finished");
        Assert.Equal((60L, 0L), (room.Server.Stats.Requests, room.Server.Stats.Repeated));
    }

    [Fact]
    public async Task While_another_program_writes_a_run_waits_and_says_so()
    {
        await using var room = await RunRoom.OpenAsync(5, "0", 2);
        await room.ServeAsync();
        string id;
        using (FileLock.TryTake(room.Web.Room.Ledger))
        {
            id = await room.StartAsync("first", "sim-strong");
            await room.UntilAsync(id, look => look.GetProperty("waitsFor").ValueKind == JsonValueKind.Object);
            Assert.Contains("Another program", await room.Client.GetStringAsync($"/runs/{id}", Token), StringComparison.Ordinal);
        }

        await room.UntilRestAsync(id, "Finished");
        Assert.Equal(5, room.Server.Stats.Paid);
    }

    [Fact]
    public async Task What_would_exceed_the_budget_or_was_not_planned_is_refused_before_anything_is_asked()
    {
        await using var room = await RunRoom.OpenAsync(40, "0", 2);
        await room.ServeAsync();
        var order = new { exams = new[] { "first" }, models = new[] { "sim-strong" }, budget = 0.0001m };
        using var planned = await room.Client.PostAsJsonAsync("/api/runs/plan", order, Token);
        var plan = await planned.Content.ReadFromJsonAsync<JsonElement>(Token);

        using var tooDear = await room.Client.PostAsJsonAsync("/api/runs", new { order, plan = plan.GetProperty("hash").GetString() }, Token);
        using var unseen = await room.Client.PostAsJsonAsync("/api/runs", new { order = order with { budget = 5 }, plan = plan.GetProperty("hash").GetString() }, Token);
        using var endless = await room.Client.PostAsJsonAsync("/api/runs/plan", order with { budget = 0 }, Token);
        using var stranger = await room.Client.PostAsJsonAsync("/api/runs/plan", order with { models = ["sim-strong@http://10.0.0.1/v1"] }, Token);

        Assert.True(plan.GetProperty("isRefused").GetBoolean());
        Assert.Contains("likely to cost", await tooDear.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains("not shown yet", await unseen.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains("Give a budget", await endless.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains("neither in the catalogue", await stranger.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.All([tooDear, unseen, endless, stranger], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Equal(0, room.Server.Stats.Requests);
    }

    [Fact]
    public async Task An_order_file_that_is_broken_is_told_of_and_the_others_are_carried_out()
    {
        await using var room = await RunRoom.OpenAsync(5, "0", 2);
        Directory.CreateDirectory(room.Web.Room.Path(".jinbang/orders"));
        room.Web.Room.Write(".jinbang/orders/broken.json", "{\"id\":\"broken\",\"order\":{\"exams\":[");
        room.Web.Room.Write(".jinbang/orders/good.json", """
            {"id":"good","order":{"exams":["first"],"models":["sim-weak"],"budget":5},"by":"somebody","at":"2026-11-26T10:00:00Z","state":"Running"}
            """);
        await room.ServeAsync();

        await room.UntilRestAsync("good", "Finished");

        Assert.Contains("broken.json", await room.Client.GetStringAsync("/runs", Token), StringComparison.Ordinal);
        Assert.Equal(5, room.Server.Stats.Paid);
    }

    [Fact]
    public async Task Every_deed_is_in_the_audit_log_with_the_yuan_and_followers_hear_the_end()
    {
        await using var room = await RunRoom.OpenAsync(20, "20ms", 2);
        await room.ServeAsync();
        var id = await room.StartAsync("first", "sim-strong");
        var heard = await room.Client.GetStringAsync($"/api/runs/{id}/events", Token);

        var audit = (await File.ReadAllLinesAsync(room.Web.Room.Path(".jinbang/audit.jsonl"), Token)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["run.start", "run.end"], audit.Select(line => line.GetProperty("deed").GetString()));
        Assert.Equal(100, audit[0].GetProperty("facts").GetProperty("budget").GetDecimal());
        var bill = (room.Server.Stats.PromptTokens + room.Server.Stats.CompletionTokens) * RunRoom.Price / 1_000_000;
        Assert.Equal(bill, audit[1].GetProperty("facts").GetProperty("spent").GetDecimal());
        Assert.Contains("\"state\":\"Finished\"", heard, StringComparison.Ordinal);
    }
}
