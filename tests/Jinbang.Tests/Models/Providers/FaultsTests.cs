using System.IO.Compression;
using System.Text;
using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models.Providers;

public sealed class FaultsTests
{
    private const string Good = """{"choices":[{"delta":{"content":"半"}}]}""";

    [Theory]
    [InlineData(401, """{"error":{"message":"bad key"}}""", FaultKind.Unauthorized)]
    [InlineData(403, """{"error":{"message":"not for you"}}""", FaultKind.Unauthorized)]
    [InlineData(403, """{"code":30001,"message":"Sorry, your account balance is insufficient"}""", FaultKind.QuotaExhausted)]
    [InlineData(402, "", FaultKind.QuotaExhausted)]
    [InlineData(429, """{"error":{"code":"insufficient_quota","message":"see billing"}}""", FaultKind.QuotaExhausted)]
    [InlineData(429, """{"error":{"code":"1113","message":"您的账户已欠费，请充值后重试"}}""", FaultKind.QuotaExhausted)]
    [InlineData(429, "slow down", FaultKind.RateLimited)]
    [InlineData(404, """{"error":{"message":"no such model"}}""", FaultKind.BadRequest)]
    [InlineData(400, """{"error":{"message":"题干：余额不足时怎么办"}}""", FaultKind.BadRequest)]
    [InlineData(422, """{"detail":[{"loc":["body"],"msg":"field required"}]}""", FaultKind.BadRequest)]
    [InlineData(308, "", FaultKind.BadRequest)]
    [InlineData(400, """{"error":{"message":"too many tokens","code":"context_length_exceeded"}}""", FaultKind.PromptTooLong)]
    [InlineData(400, """{"error":{"message":"This model's maximum context length is 8192 tokens."}}""", FaultKind.PromptTooLong)]
    [InlineData(408, "", FaultKind.ServerError)]
    [InlineData(500, "<html>oops</html>", FaultKind.ServerError)]
    [InlineData(503, """{"error":"overloaded"}""", FaultKind.ServerError)]
    [InlineData(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", FaultKind.ServerError)]
    [InlineData(200, """{"error":{"code":429,"message":"upstream limit"}}""", FaultKind.RateLimited)]
    [InlineData(200, """{"error":{"type":"server_error","message":"sorry"}}""", FaultKind.ServerError)]
    [InlineData(200, """{"base_resp":{"status_code":1008,"status_msg":"insufficient balance"}}""", FaultKind.QuotaExhausted)]
    [InlineData(200, """{"error":{"message":"who knows"}}""", FaultKind.Malformed)]
    [InlineData(200, """{"choices":[]}""", FaultKind.Malformed)]
    [InlineData(200, """{"choices":null}""", FaultKind.Malformed)]
    [InlineData(200, "{}", FaultKind.Malformed)]
    [InlineData(200, "", FaultKind.Malformed)]
    [InlineData(200, "null", FaultKind.Malformed)]
    [InlineData(200, "[1,2]", FaultKind.Malformed)]
    [InlineData(200, """{"choices":[{"message":{"content":"half""", FaultKind.Malformed)]
    [InlineData(200, """{"choices":[{"message":{"content":"a"}}]} and more""", FaultKind.Malformed)]
    [InlineData(200, """{"choices":[{"message":{"content":"\ud800"}}]}""", FaultKind.Malformed)]
    [InlineData(200, """{"error":{"message":"\ud800"}}""", FaultKind.Malformed)]
    [InlineData(200, """{"choices":[{"message":{"content":"a"},"finish_reason":"insufficient_system_resource"}]}""", FaultKind.ServerError)]
    public async Task A_failing_answer_is_sorted_and_told_in_both_languages(int status, string body, FaultKind kind)
    {
        await using var server = ScriptedServer.Json(body, status);
        foreach (var streaming in new[] { false, true })
        {
            var fault = await server.FailAsync(streaming);
            Assert.Equal(kind, fault.Kind);
            Assert.StartsWith("Local (served-id)", fault.Problem.English, StringComparison.Ordinal);
            Assert.Contains("Local (served-id)", fault.Problem.Chinese, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_web_page_instead_of_json_is_malformed()
    {
        await using var server = new ScriptedServer(ScriptedServer.Head(200, "text/html"), "<html>log in first</html>");
        var fault = await server.FailAsync();
        Assert.Equal(FaultKind.Malformed, fault.Kind);
        Assert.Contains("text/html", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_without_end_is_malformed()
    {
        await using var server = ScriptedServer.Json("{\"x\":" + new string('[', 100_000));
        Assert.Equal(FaultKind.Malformed, (await server.FailAsync()).Kind);
    }

    [Fact]
    public async Task Bytes_that_are_not_http_are_malformed()
    {
        await using var server = new ScriptedServer("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        Assert.Equal(FaultKind.Malformed, (await server.FailAsync()).Kind);
    }

    [Theory]
    [InlineData("sk-Very-Secret-0123456789")]
    [InlineData("SK-VERY-SECRET-0123456789")]
    [InlineData("sk-Very-\\u0007Secret-0123456789")]
    public async Task The_key_is_never_told_even_when_the_server_echoes_it(string echoed)
    {
        var padding = new string('x', 290);
        foreach (var body in new[] { $$$"""{"error":{"message":"Incorrect API key: {{{echoed}}}"}}""", $$$"""{"error":{"message":"{{{padding}}} {{{echoed}}}"}}""" })
        {
            await using var server = ScriptedServer.Json(body, 401);
            var fault = await server.FailAsync();
            var told = $"{fault} {fault.Problem.Chinese}";
            Assert.DoesNotContain("Very-S", told, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("LOCAL_KEY", fault.Problem.English, StringComparison.Ordinal);
            Assert.Contains("LOCAL_KEY", fault.Problem.Chinese, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_providers_words_are_one_short_line()
    {
        await using var server = ScriptedServer.Json("""{"error":{"message":"red\u001b[31m\nline two \u202e""" + new string('长', 1000) + "\"}}", 500);
        var fault = await server.FailAsync();
        Assert.DoesNotContain(fault.Message, char.IsControl);
        Assert.DoesNotContain('\u202e', fault.Message);
        Assert.InRange(fault.Message.Length, 300, 400);
    }

    [Theory]
    [InlineData("Retry-After: 7", 7.0)]
    [InlineData("Retry-After: 1.5", 1.5)]
    [InlineData("retry-after-ms: 250\r\nRetry-After: 7", 0.25)]
    [InlineData("Retry-After: Mon, 01 Jan 2001 00:00:00 GMT", 0.0)]
    [InlineData("Retry-After: -5", 0.0)]
    [InlineData("Retry-After: 1e300", 86400.0)]
    [InlineData("Retry-After: soon", null)]
    [InlineData("X-Other: 1", null)]
    public async Task Retry_after_is_read(string header, double? seconds)
    {
        await using var server = ScriptedServer.Json("{}", 429, header + "\r\n");
        Assert.Equal(seconds, (await server.FailAsync()).RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_date_to_retry_after_is_measured_by_the_clock()
    {
        await using var server = ScriptedServer.Json("{}", 429, "Retry-After: Fri, 01 Jan 2100 00:00:30 GMT\r\n");
        using var connection = new ProviderConnection(Provider.At(server.Address), null, new CallLimits(), new StoppedClock(new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        using var client = new ProviderChatClient(connection, Asking.Model);
        var fault = await Assert.ThrowsAsync<ProviderException>(() => client.GetResponseAsync([], null, TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromSeconds(30), fault.RetryAfter);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var server = new ScriptedServer();
        var address = server.Address;
        await server.DisposeAsync();
        var fault = await Assert.ThrowsAsync<ProviderException>(() =>
            Asking.AskAsync(address, true, Asking.Model, Asking.Prompt, new CallLimits(), TestContext.Current.CancellationToken));
        Assert.Equal(FaultKind.Connection, fault.Kind);
        Assert.Contains($"cannot reach {address[..^3]} : connection refused; is the server running?", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_tls_or_without_a_name_is_a_connection_fault()
    {
        await using var server = new ScriptedServer("hello");
        foreach (var address in new[] { server.Address.Replace("http:", "https:", StringComparison.Ordinal), "http://no-such-host.invalid/v1" })
        {
            var fault = await Assert.ThrowsAsync<ProviderException>(() =>
                Asking.AskAsync(address, false, Asking.Model, Asking.Prompt, new CallLimits(), TestContext.Current.CancellationToken));
            Assert.Equal(FaultKind.Connection, fault.Kind);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_cut_in_mid_reply_is_a_connection_fault(bool streaming)
    {
        await using var server = new ScriptedServer(streaming
            ? ScriptedServer.Head(200, "text/event-stream") + $"data: {Good}\n\n"
            : ScriptedServer.Head(200, "application/json", "Content-Length: 500\r\n") + "{\"choices\":");
        Assert.Equal(FaultKind.Connection, (await server.FailAsync(streaming)).Kind);
    }

    [Theory]
    [InlineData("""{"choices":[{"delta":""")]
    [InlineData("not json")]
    [InlineData("""{"error":{"message":"boom"}}""")]
    public async Task A_broken_piece_of_a_stream_is_malformed(string piece)
    {
        await using var server = ScriptedServer.Sse(Good, piece, "[DONE]");
        Assert.Equal(FaultKind.Malformed, (await server.FailAsync(true)).Kind);
    }

    [Fact]
    public async Task A_stream_that_never_has_a_choice_is_malformed()
    {
        await using var server = ScriptedServer.Sse("""{"choices":[]}""", "[DONE]");
        Assert.Equal(FaultKind.Malformed, (await server.FailAsync(true)).Kind);
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        await using var server = new ScriptedServer(async (stream, token) =>
        {
            await ScriptedServer.SendAsync(stream, token, ScriptedServer.Head(200, "application/json"), "{\"x\":\"");
            await FloodAsync(stream, token);
        });
        var fault = await server.FailAsync();
        Assert.Equal(FaultKind.Malformed, fault.Kind);
        Assert.Contains("16777216", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_streamed_line_without_end_is_refused()
    {
        await using var server = new ScriptedServer(async (stream, token) =>
        {
            await ScriptedServer.SendAsync(stream, token, ScriptedServer.Head(200, "text/event-stream"), "data: ");
            await FloodAsync(stream, token);
        });
        Assert.Contains("1048576", (await server.FailAsync(true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_without_end_is_refused()
    {
        await using var server = new ScriptedServer(async (stream, token) =>
        {
            await ScriptedServer.SendAsync(stream, token, ScriptedServer.Head(200, "text/event-stream"));
            while (true)
            {
                await ScriptedServer.SendAsync(stream, token, $"data: {Good}\n\n");
            }
        });
        Assert.Contains("9999", (await server.FailAsync(true, new CallLimits { StreamBytes = 9999 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_huge_one_is_refused()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("{\"x\":\""));
            for (var i = 0; i < 64; i++)
            {
                gzip.Write(new byte[1 << 20]);
            }
        }

        await using var server = new ScriptedServer(async (stream, token) =>
        {
            await ScriptedServer.SendAsync(stream, token, ScriptedServer.Head(200, "application/json", "Content-Encoding: gzip\r\n"));
            await stream.WriteAsync(packed.ToArray(), token);
        });
        Assert.Contains("16777216", (await server.FailAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_cannot_be_unpacked_is_malformed()
    {
        await using var server = new ScriptedServer(ScriptedServer.Head(200, "application/json", "Content-Encoding: gzip\r\n"), "not packed at all");
        Assert.Equal(FaultKind.Malformed, (await server.FailAsync()).Kind);
    }

    private static async Task FloodAsync(Stream stream, CancellationToken token)
    {
        var much = Encoding.ASCII.GetBytes(new string('x', 1 << 16));
        while (true)
        {
            await stream.WriteAsync(much, token);
        }
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
