using System.Net.Http.Json;
using System.Text.Json;
using Jinbang.Simulator;
using Jinbang.Simulator.Faults;

namespace Jinbang.Tests.Simulator;

/// <summary>A simulator with a bare client to call it, so that what is on the wire is what is tested.</summary>
internal sealed class Caller : IAsyncDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private Caller(SimulatedProvider provider) => Provider = provider;

    public SimulatedProvider Provider { get; }

    public static async Task<Caller> StartAsync(SimulatorOptions options) =>
        new(await SimulatedProvider.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken));

    public static Task<Caller> WithFaultAsync(string fault) => StartAsync(new() { Faults = FaultShare.ParseAll(fault + "=1") });

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    public static string Text(JsonElement reply) =>
        reply.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;

    public static string Finish(JsonElement reply) =>
        reply.GetProperty("choices")[0].GetProperty("finish_reason").GetString()!;

    public static IReadOnlyList<string> Events(string body) =>
        [.. body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line[6..])];

    public Task<HttpResponseMessage> PostAsync(object request) =>
        http.PostAsJsonAsync(At("/v1/chat/completions"), request, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PostAsync(HttpContent body) =>
        http.PostAsync(At("/v1/chat/completions"), body, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> AskAsync(string prompt, string model = "sim-strong", bool stream = false) =>
        PostAsync(new { model, stream, stream_options = new { include_usage = true }, messages = new[] { new { role = "user", content = prompt } } });

    public async Task<string> BodyAsync(string prompt, string model = "sim-strong", bool stream = false)
    {
        using var response = await AskAsync(prompt, model, stream);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> ReplyAsync(string prompt, string model = "sim-strong") => Json(await BodyAsync(prompt, model));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key = null)
    {
        var request = new HttpRequestMessage(method, At(path));
        request.Headers.Authorization = key is null ? null : new("Bearer", key);
        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        return Json(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Provider.DisposeAsync();
    }

    private Uri At(string path) => new(Provider.Endpoint, path);
}
