using System.Net.Http.Json;
using System.Text.Json;
using Jinbang.Simulator;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Tests.Web;

/// <summary>A workspace with exams and simulated models, and orders given over the JSON interface.</summary>
internal sealed class RunRoom : IAsyncDisposable
{
    public const decimal Price = 10;
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private RunRoom(SimulatedProvider server) => Server = server;

    public WebRoom Web { get; } = new();

    public SimulatedProvider Server { get; }

    /// <summary>Who asks; another one when the site is a program of its own.</summary>
    public HttpClient Client { get; set; } = null!;

    /// <summary>A workspace with exams of so many questions, named first, second and third, and models that answer after some time.</summary>
    public static async Task<RunRoom> OpenAsync(int questions, string latency, int concurrency)
    {
        var room = new RunRoom(await SimulatedProvider.StartAsync(new() { Latency = Latency.Parse(latency), Seed = 3 }, TimeProvider.System, Token));
        foreach (var exam in new[] { "first", "second", "third" })
        {
            room.Web.Room.Write($"{exam}.jsonl", string.Join('\n', Enumerable.Range(0, questions).Select(number =>
                $$"""{"id":"q{{number}}","question":"In the {{exam}} list, which number follows {{number}}?","options":{"A":"{{number + 1}}","B":"{{number + 20}}"},"answer":"A"}""")));
        }

        string[] models = ["sim-strong", "sim-weak"];
        room.Web.Room.Write("jinbang.yaml", $"exams: [first.jsonl, second.jsonl, third.jsonl]\nconcurrency: {concurrency}\nmodels:\n{string.Join('\n', models.Select(model =>
            $"  - {{name: {model}, endpoint: \"{room.Server.Endpoint}\", max-output-tokens: 200, price: {{input: {Price}, output: {Price}, currency: CNY, date: 2026-11-01}}}}"))}\n");
        return room;
    }

    public async Task ServeAsync(TimeProvider? time = null)
    {
        await Web.ServeAsync(time: time);
        Client = Web.Client;
    }

    /// <summary>Plans and starts an order.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> StartAsync(string exam, string model, decimal budget = 100)
    {
        var order = new { exams = new[] { exam }, models = new[] { model }, budget };
        using var started = await ConfirmAsync(order, await PlanAsync(order));
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync(Token));
        return (await started.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetString()!;
    }

    /// <summary>Asks what an order would take.</summary>
    public async Task<JsonElement> PlanAsync(object order)
    {
        using var planned = await Client.PostAsJsonAsync("/api/runs/plan", order, Token);
        return await planned.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    /// <summary>Starts an order whose plan was told.</summary>
    public Task<HttpResponseMessage> ConfirmAsync(object order, JsonElement plan) =>
        Client.PostAsJsonAsync("/api/runs", new { order, plan = plan.GetProperty("hash").GetString() }, Token);

    public Task<JsonElement> LookAsync(string id) => Client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", Token);

    public async Task<HttpResponseMessage> ActAsync(string id, string deed) => await Client.PostAsync($"/api/runs/{id}/{deed}", null, Token);

    /// <summary>Waits until an order is as it should be.</summary>
    public async Task<JsonElement> UntilAsync(string id, Func<JsonElement, bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var look = await LookAsync(id);
            if (condition(look))
            {
                return look;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    public Task<JsonElement> UntilRestAsync(string id, string state) =>
        UntilAsync(id, look => look.GetProperty("state").GetString() == state && !look.GetProperty("isAtWork").GetBoolean());

    /// <summary>Attempts that have ended, as an order's view tells.</summary>
    public static int Asked(JsonElement look) => look.GetProperty("view") is { ValueKind: JsonValueKind.Object } view ? view.GetProperty("asked").GetInt32() : 0;

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await Server.DisposeAsync();
    }
}
