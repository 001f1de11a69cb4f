using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Jinbang.Tests.Runs.Sharing;
using Jinbang.Web.Access;
using Npgsql;

namespace Jinbang.Tests.Web;

/// <summary>The page of a cluster, over runs and silos in a real database whose names are as hostile as names can be.</summary>
public sealed class ClusterPageTests(SharedPostgres shared) : IAsyncLifetime
{
    private const string Run = "run/<script>alert(1)</script>";
    private const string Silo = "<b>silo&\u202eolis";

    private static readonly string Deed = $"/cluster/{Uri.EscapeDataString(Run)}";
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly PublicRoom room = new();
    private SharingDatabase database = null!;
    private Pulse silo = null!;

    public async ValueTask InitializeAsync()
    {
        database = await SharingDatabase.CreateAsync(shared, Token);
        silo = new Pulse(() => new NpgsqlConnection(database.ConnectionString), TimeProvider.System);
        silo.Join(Silo, "1.0<i>", null);
        await database.Ledger.Runs.PlaceAsync(
            new(Run, [], "<img src=x>", DateTimeOffset.UnixEpoch, "1") { Cap = 5, Works = [new("s1", "account", 2000)] }, Token);
        await database.Ledger.Runs.RefuseAsync(Run, silo.Number, new("No key for <u>it</u>.", "没有 <u>它</u> 的密钥。"), Token);
        await new Leases(database.Source, silo.Number).TakeAsync("s1", [], 10, Token);
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        room.Web.Room.WriteSecret(".env", $"JINBANG_LEDGER_PASSWORD={address.Password}");
        address.Remove(nameof(address.Password));
        await room.ServeAsync(options => options with { Cluster = address.ConnectionString });
    }

    public async ValueTask DisposeAsync()
    {
        await room.DisposeAsync();
        silo.Dispose();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("en", "does not take part", "No key for &lt;u&gt;", "running", "0 / 5.00")]
    [InlineData("zh", "未参与", "没有 &lt;u&gt;", "进行中", "0 / 5.00")]
    public async Task Silos_and_runs_of_the_database_are_shown_and_no_name_is_more_than_text(string language, params string[] shown)
    {
        var runner = await room.SignedInAsync(Roles.Runner);

        var page = await runner.GetStringAsync($"/cluster?lang={language}", Token);

        Assert.All(shown, words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Contains("&lt;b&gt;silo&amp;olis", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x&gt;", page, StringComparison.Ordinal);
        Assert.Contains($"{await TakenAsync()}", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/cluster\"", page, StringComparison.Ordinal);
        Assert.All(["<b>silo", "<script>alert", "<img src=x", "<u>", "<i>"], hostile => Assert.DoesNotContain(hostile, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Programs_are_told_the_same()
    {
        var reader = await room.SignedInAsync(Roles.Reader);

        await LookAsync(reader);
        silo.Beat();
        var report = await LookAsync(reader);

        var (holder, run) = (report.GetProperty("silos")[0], report.GetProperty("runs")[0]);
        var underWay = await TakenAsync();
        Assert.True(underWay > 0);
        Assert.Equal((Silo, underWay), (holder.GetProperty("name").GetString(), holder.GetProperty("underWay").GetInt64()));
        Assert.InRange(holder.GetProperty("quietSeconds").GetDouble(), 0, 60);
        Assert.Equal((Run, "Running"), (run.GetProperty("id").GetString(), run.GetProperty("state").GetString()));
        Assert.Equal((2000, 0, underWay), (run.GetProperty("planned").GetInt64(), run.GetProperty("done").GetInt64(), run.GetProperty("underWay").GetInt64()));
        Assert.Equal(5m, run.GetProperty("cap").GetDecimal());
        Assert.Equal(Silo, run.GetProperty("refusals")[0].GetProperty("holder").GetString());
    }

    [Fact]
    public async Task A_form_stops_a_run_in_the_database_and_the_audit_log_knows_who_did()
    {
        var runner = await room.SignedInAsync(Roles.Runner);
        var form = await PublicRoom.FormAsync(runner, "/cluster", ("back", "/cluster"));

        using var answer = await runner.PostAsync($"{Deed}/stop", form, Token);
        using var again = await runner.PostAsync($"/api{Deed}/stop", null, Token);

        Assert.Equal((HttpStatusCode.SeeOther, "/cluster"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(RunState.Stopped, await database.Ledger.Runs.StateAsync(Run, Token));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var recorded = Recorded().Where(line => line.GetProperty("deed").GetString() == "cluster.stop").ToList();
        Assert.Equal((Roles.Runner, Run), (Assert.Single(recorded).GetProperty("who").GetString(), recorded[0].GetProperty("facts").GetProperty("run").GetString()));
        Assert.DoesNotContain("/stop\"", await runner.GetStringAsync("/cluster", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_paused_and_goes_on_and_one_that_is_not_there_is_said_so()
    {
        var runner = await room.SignedInAsync(Roles.Runner);

        Assert.Equal("Paused", (await ActAsync(runner, "pause")).GetProperty("state").GetString());
        Assert.Equal(RunState.Paused, await database.Ledger.Runs.StateAsync(Run, Token));
        Assert.Equal("Running", (await ActAsync(runner, "resume")).GetProperty("state").GetString());
        using var missing = await runner.PostAsync("/api/cluster/nothing/stop", null, Token);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(RunState.Running, await database.Ledger.Runs.StateAsync(Run, Token));
    }

    [Fact]
    public async Task A_stranger_sees_nothing_and_a_reader_sees_all_and_neither_changes_anything()
    {
        var (stranger, reader) = (room.Somebody(), await room.SignedInAsync(Roles.Reader));

        foreach (var path in new[] { "/cluster", "/api/cluster" })
        {
            using var answer = await stranger.GetAsync(path, Token);
            Assert.False(answer.IsSuccessStatusCode, path);
            Assert.DoesNotContain("silo&", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);
        }

        foreach (var client in new[] { stranger, reader })
        {
            using var answer = await client.PostAsync($"/api{Deed}/stop", null, Token);
            Assert.Equal(client == reader ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        var page = await reader.GetStringAsync("/cluster", Token);
        Assert.Contains("&lt;b&gt;silo", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/cluster", page, StringComparison.Ordinal);
        Assert.Equal(RunState.Running, await database.Ledger.Runs.StateAsync(Run, Token));
    }

    private static async Task<JsonElement> ActAsync(HttpClient client, string deed)
    {
        using var answer = await client.PostAsync($"/api{Deed}/{deed}", null, Token);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    private static Task<JsonElement> LookAsync(HttpClient client) => client.GetFromJsonAsync<JsonElement>("/api/cluster", Token);

    private Task<long> TakenAsync() => database.AskAsync<long>("SELECT sum(places)::bigint FROM lease", Token);

    private List<JsonElement> Recorded() =>
        [.. File.ReadLines(room.Web.Room.Path(".jinbang/audit.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}
