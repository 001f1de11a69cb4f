using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jinbang.Simulator;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Houses;

namespace Jinbang.Tests.Simulator;

/// <summary>A simulator with a bare client that asks each house as its documentation says.</summary>
internal sealed class HouseCaller : IAsyncDisposable
{
    public const string Model = "sim-strong";

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly SimulatedProvider provider;

    private HouseCaller(SimulatedProvider provider) => this.provider = provider;

    public static async Task<HouseCaller> StartAsync(SimulatorOptions options) =>
        new(await SimulatedProvider.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken));

    public static Task<HouseCaller> WithFaultAsync(string fault) =>
        StartAsync(new() { Thinking = 8, Verbosity = 20, Faults = FaultShare.ParseAll(fault + "=1") });

    public static SimulatedHouse House(string name) => SimulatedHouse.All.Single(house => house.Name == name);

    /// <summary>Asks a house.</summary>
    /// <param name="house">Its name.</param>
    /// <param name="fields">Fields of the request besides those that it must have, as JSON.</param>
    /// <param name="stream">Whether the reply is wanted piece by piece.</param>
    /// <param name="model">The model.</param>
    public async Task<(int Status, string Body)> AskAsync(string house, string fields = "{}", bool stream = false, string model = Model)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(House(house), model, stream))
        {
            Content = JsonContent.Create(Body(House(house).Dialect, JsonNode.Parse(fields)!.AsObject(), stream, model)),
        };
        Show(request, House(house));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<JsonElement> ReplyAsync(string house, string fields = "{}", string model = Model)
    {
        var (status, body) = await AskAsync(house, fields, stream: false, model);
        Assert.True(status == 200, body);
        return Caller.Json(body);
    }

    public async Task<IReadOnlyList<string>> EventsAsync(string house, string fields = "{}", string model = Model)
    {
        var (status, body) = await AskAsync(house, fields, stream: true, model);
        Assert.True(status == 200, body);
        return [.. body.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line[6..])];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await provider.DisposeAsync();
    }

    private Uri Address(SimulatedHouse house, string model, bool stream) => new(provider.EndpointOf(house.Name) + house.Dialect switch
    {
        Jinbang.Models.Dialect.OpenAiChat => "/chat/completions",
        Jinbang.Models.Dialect.OpenAiResponses => "/responses",
        Jinbang.Models.Dialect.Anthropic => "/messages",
        Jinbang.Models.Dialect.Gemini => $"/models/{model}:{(stream ? "streamGenerateContent?alt=sse" : "generateContent")}",
    });

    private static JsonObject Body(Jinbang.Models.Dialect dialect, JsonObject fields, bool stream, string model)
    {
        string needed = dialect switch
        {
            Jinbang.Models.Dialect.OpenAiChat => """{"messages": [{"role": "user", "content": "Which one?"}]}""",
            Jinbang.Models.Dialect.OpenAiResponses => """{"input": "Which one?"}""",
            Jinbang.Models.Dialect.Anthropic => """{"messages": [{"role": "user", "content": "Which one?"}], "max_tokens": 4000}""",
            Jinbang.Models.Dialect.Gemini => """{"contents": [{"role": "user", "parts": [{"text": "Which one?"}]}]}""",
        };
        var body = JsonNode.Parse(needed)!.AsObject();
        if (dialect != Jinbang.Models.Dialect.Gemini)
        {
            body["model"] = model;
            body["stream"] = stream;
        }

        foreach (var (name, value) in fields)
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }

    private static void Show(HttpRequestMessage request, SimulatedHouse house)
    {
        switch (house.Name)
        {
            case "anthropic":
                request.Headers.Add("x-api-key", "k");
                request.Headers.Add("anthropic-version", "2023-06-01");
                break;
            case "gemini" or "gemini-v1":
                request.Headers.Add("x-goog-api-key", "k");
                break;
            case "azure":
                request.Headers.Add("api-key", "k");
                break;
            case "sensenova":
                request.Headers.Authorization = new("Bearer", Token("name", "secret"));
                break;
            default:
                request.Headers.Authorization = new("Bearer", "k");
                break;
        }
    }

    /// <summary>A JSON Web Token as SenseNova has it.</summary>
    public static string Token(string name, string secret)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signed = Encoded("""{"alg":"HS256","typ":"JWT"}""") + "." + Encoded($$"""{"iss":"{{name}}","exp":{{now + 600}},"nbf":{{now - 5}}}""");
        return signed + "." + System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)));
    }

    private static string Encoded(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
