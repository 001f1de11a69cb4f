using System.Net;
using System.Text;
using Anthropic;
using BenchmarkDotNet.Attributes;
using Jinbang.Models;
using Jinbang.Models.Providers;
using Microsoft.Extensions.AI;

namespace Jinbang.Bench;

/// <summary>What a streamed reply of Anthropic's dialect costs by our client and by the official library, the same server in the same process.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class AnthropicClientBenchmarks : IDisposable
{
    private const int Pieces = 50;

    private static readonly ChatMessage[] Messages = [new(ChatRole.User, "Which one? A. one B. two")];
    private static readonly ChatOptions Options = new() { MaxOutputTokens = 1000 };

    private readonly HttpListener listener = new();
    private ProviderConnection connection = null!;
    private ProviderChatClient ours = null!;
    private IChatClient official = null!;

    [GlobalSetup]
    public void Start()
    {
        const string address = "http://127.0.0.1:38123";
        listener.Prefixes.Add($"{address}/");
        listener.Start();
        _ = ServeAsync();
        var provider = Provider.At($"{address}/v1") with { Dialect = Dialect.Anthropic, KeyHeader = "x-api-key" };
        connection = new ProviderConnection(provider, "k", new CallLimits(), TimeProvider.System);
        ours = new ProviderChatClient(connection, new Model("m", provider.Name, "m"));
        official = new AnthropicClient { ApiKey = "k", BaseUrl = address, MaxRetries = 0 }.AsIChatClient("m");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        ours.Dispose();
        connection.Dispose();
        official.Dispose();
        listener.Close();
    }

    [Benchmark(Baseline = true)]
    public Task<int> Ours() => LengthAsync(ours);

    [Benchmark]
    public Task<int> Official() => LengthAsync(official);

    private static async Task<int> LengthAsync(IChatClient client)
    {
        var length = 0;
        await foreach (var update in client.GetStreamingResponseAsync(Messages, Options))
        {
            length += update.Text.Length;
        }

        return length == Pieces * 5 ? length : throw new InvalidDataException($"{length} letters came.");
    }

    private async Task ServeAsync()
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Events().Select(data => $"event: {data.Type}\ndata: {data.Json}\n\n")));
        while (listener.IsListening)
        {
            var context = await listener.GetContextAsync();
            await context.Request.InputStream.CopyToAsync(Stream.Null);
            context.Response.ContentType = "text/event-stream";
            context.Response.ContentLength64 = body.Length;
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
    }

    private static IEnumerable<(string Type, string Json)> Events()
    {
        yield return ("message_start", """{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"m","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":20,"output_tokens":1}}}""");
        yield return ("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""");
        for (var i = 0; i < Pieces; i++)
        {
            yield return ("content_block_delta", """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"words"}}""");
        }

        yield return ("content_block_stop", """{"type":"content_block_stop","index":0}""");
        yield return ("message_delta", """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":50}}""");
        yield return ("message_stop", """{"type":"message_stop"}""");
    }
}
