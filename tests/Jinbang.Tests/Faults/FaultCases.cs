using System.Globalization;
using Jinbang.Models;
using Jinbang.Tests.Models.Providers;
using static Jinbang.Tests.Faults.FaultCase;
using static Jinbang.Tests.Faults.FaultyServer;

namespace Jinbang.Tests.Faults;

/// <summary>Everything that a server is known to do wrong.</summary>
internal static class FaultCases
{
    // A call that may yet succeed, and its repeats.
    private const int All = 7;

    private static readonly string Filling = new('x', 100_000);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    public static IReadOnlyList<FaultCase> Known { get; } = [.. Limits(), .. Refusals(), .. Waits(), .. Connections(), .. Bodies(), .. Sizes(), .. Replies()];

    private static IEnumerable<FaultCase> Limits() =>
    [
        Failing("429, for longer than a question waits", FaultKind.RateLimited, AsManyAsFit, "too many requests", () => SimulateAsync("429")),
        new("429 once, `Retry-After: 1`", () => RefuseOnceAsync("Retry-After: 1\r\n")) { Tries = 2, Asked = TimeSpan.FromSeconds(1), IsCostKnown = true },
        new("429 once, `Retry-After` with the date of two seconds later", () => RefuseOnceAsync($"Retry-After: {InTwoSeconds()}\r\n")) { Tries = 2, Asked = TimeSpan.FromSeconds(0.9), IsCostKnown = true },
        new("429 once, `retry-after-ms: 300`", () => RefuseOnceAsync("retry-after-ms: 300\r\n")) { Tries = 2, Asked = TimeSpan.FromSeconds(0.3), IsCostKnown = true },
        Failing("500", FaultKind.ServerError, All, "answered 500", () => SimulateAsync("500")),
        Failing("502", FaultKind.ServerError, All, "answered 502", () => SimulateAsync("502")),
        Failing("503", FaultKind.ServerError, All, "answered 503", () => SimulateAsync("503")),
        Failing("529", FaultKind.ServerError, All, "answered 529", () => SimulateAsync("529")),
        Failing("504, a gateway that gave up waiting", FaultKind.ServerError, All, "answered 504", () => SimulateAsync("504")) with { IsPerhapsBilled = true },
        new("503 twice, then a reply", () => SimulateAsync("503", 2)) { Tries = 3, IsCostKnown = true },
    ];

    private static IEnumerable<FaultCase> Refusals() =>
    [
        Ending("401", FaultKind.Unauthorized, "check the key in LOCAL_KEY", () => SimulateAsync("401")),
        Ending("402", FaultKind.QuotaExhausted, "no money or quota left", () => SimulateAsync("402")),
        Ending("429, code `insufficient_quota`", FaultKind.QuotaExhausted, "no money or quota left", () => SendAsync(
            ScriptedServer.Head(429, "application/json"), """{"error":{"code":"insufficient_quota","message":"See billing."}}""")),
        Ending("404", FaultKind.BadRequest, "check the address and the model's name", () => SimulateAsync("404")),
        Ending("308 to another address", FaultKind.BadRequest, "answered 308", () => SendAsync(
            ScriptedServer.Head(308, "text/plain", "Location: http://127.0.0.1:9/v1\r\n"), "")),
        Failing("400, code `context_length_exceeded`", FaultKind.PromptTooLong, 1, "does not fit", () => SendAsync(
            ScriptedServer.Head(400, "application/json"), """{"error":{"code":"context_length_exceeded","message":"Too long."}}""")),
        new("400, code `content_filter`", () => SendAsync(
            ScriptedServer.Head(400, "application/json"), """{"error":{"code":"content_filter","message":"Not this."}}""")) { Outcome = Outcome.Refused, Counted = "refused" },
    ];

    private static IEnumerable<FaultCase> Waits() =>
    [
        Failing("nothing, not even headers", FaultKind.Timeout, All, "no complete reply within 0.1 s", () => SimulateAsync("slow")) with
        {
            Streaming = false, Limits = new() { Whole = Short }, IsPerhapsBilled = true,
        },
        Failing("no first token", FaultKind.Timeout, All, "no first token within 0.1 s", () => SimulateAsync("slow")) with
        {
            Limits = new() { FirstToken = Short }, IsPerhapsBilled = true,
        },
        Failing("a stall in mid-stream", FaultKind.Timeout, All, "no further token within 0.1 s", () => SimulateAsync("stall")) with
        {
            Limits = new() { BetweenTokens = Short }, IsPerhapsBilled = true,
        },
        Failing("comments for ever in mid-stream", FaultKind.Timeout, All, "no further token within 0.1 s", () => DoAsync(ChatterAsync)) with
        {
            Limits = new() { BetweenTokens = Short }, IsPerhapsBilled = true,
        },
        Failing("a handshake that never ends", FaultKind.Timeout, All, "no connection within 0.1 s", async () =>
            Secured(await DoAsync(StallAsync))) with { Limits = new() { Connect = Short } },
    ];

    private static IEnumerable<FaultCase> Connections() =>
    [
        Failing("nobody listens", FaultKind.Connection, All, "connection refused; is the server running?", NobodyAsync),
        Failing("a name that nobody has", FaultKind.Connection, All, "its name is not known; is the address right?", () =>
            Task.FromResult(new FaultyServer("http://no-such-host.invalid/v1", () => 0, null))),
        Failing("a certificate that nobody vouches for", FaultKind.Connection, All, "no secure connection; are https and its certificate right?", () =>
        {
            var server = new SelfSignedServer();
            return Task.FromResult(new FaultyServer(server.Address, () => 0, server));
        }),
        Failing("plain HTTP where https was asked for", FaultKind.Connection, All, "no secure connection; are https and its certificate right?", async () =>
            Secured(await SendAsync(ScriptedServer.Head(400, "text/plain"), "Speak plainly."))),
        Failing("a cut before any header", FaultKind.Connection, All, "cut the connection without an answer", () => SimulateAsync("cut-early")) with { IsPerhapsBilled = true },
        Failing("a cut in mid-body", FaultKind.Connection, All, "was cut in mid-reply", () => SendAsync(
            ScriptedServer.Head(200, "application/json", "Content-Length: 500\r\n"), Good)) with { Streaming = false, IsPerhapsBilled = true },
        Failing("a cut in mid-stream", FaultKind.Connection, All, "was cut in mid-reply", () => SendAsync(
            ScriptedServer.Head(200, "text/event-stream"), "data: {\"choices\":[{\"delta\":{\"content\":\"Ans\"}}]}\n\n")) with { IsPerhapsBilled = true },
        Failing("bytes that are not HTTP", FaultKind.Malformed, All, "its answer is not HTTP", () => SendAsync("SSH-2.0-OpenSSH_9.2\r\n\r\n", "")) with { IsPerhapsBilled = true },
    ];

    private static IEnumerable<FaultCase> Bodies() =>
    [
        Failing("invalid JSON", FaultKind.Malformed, All, "not valid JSON", () => SimulateAsync("malformed")) with { Streaming = false, IsPerhapsBilled = true },
        Failing("invalid JSON in a stream", FaultKind.Malformed, All, "not valid JSON", () => SimulateAsync("malformed")) with { IsPerhapsBilled = true },
        Failing("an HTML page, status 502", FaultKind.ServerError, All, "answered 502", () => SimulateAsync("html")),
        Failing("an HTML page, status 200", FaultKind.Malformed, All, "its reply is text/html instead of JSON", () => SimulateAsync("html:status=200")) with { IsPerhapsBilled = true },
        Failing("status 200 with an error body", FaultKind.ServerError, All, "This error is simulated", () => SimulateAsync("error200")),
        Failing("an error in mid-stream", FaultKind.ServerError, All, "Sorry", () => SendAsync(
            ScriptedServer.Head(200, "text/event-stream"), "data: {\"choices\":[{\"delta\":{\"content\":\"Ans\"}}]}\n\ndata: {\"error\":{\"type\":\"server_error\",\"message\":\"Sorry.\"}}\n\n")) with { IsPerhapsBilled = true },
        Failing("no choices", FaultKind.Malformed, All, "holds no choice", () => SimulateAsync("empty-choices")) with { IsPerhapsBilled = true },
        new("plain JSON as `text/plain`", () => SimulateAsync("content-type")) { Streaming = false, IsCostKnown = true },
        Failing("a stream as `text/plain`", FaultKind.Malformed, All, "not valid JSON", () => SimulateAsync("content-type")) with { IsPerhapsBilled = true },
        Failing("a body as `image/png`", FaultKind.Malformed, All, "its reply is image/png instead of JSON", () => SendAsync(ScriptedServer.Head(200, "image/png"), Good)) with { IsPerhapsBilled = true },
        Failing("a body that claims to be gzip and is not", FaultKind.Malformed, All, "cannot be unpacked", () => SendAsync(
            ScriptedServer.Head(200, "application/json", "Content-Encoding: gzip\r\n"), Good)) with { Streaming = false, IsPerhapsBilled = true },
    ];

    private static IEnumerable<FaultCase> Sizes() =>
    [
        Failing("gzip that unpacks to 10 GB", FaultKind.Malformed, 1, "goes on after 16777216 bytes", () => SimulateAsync("bomb")) with { Streaming = false, IsPerhapsBilled = true },
        Failing("gzip that unpacks to a stream of 10 GB", FaultKind.Malformed, 1, "goes on after 67108864 bytes", () => SimulateAsync("bomb")) with { IsPerhapsBilled = true },
        Failing("a reply of 100 MB", FaultKind.Malformed, 1, "goes on after 16777216 bytes", () => SimulateAsync("huge")) with { Streaming = false, IsPerhapsBilled = true },
        Failing("a stream of 100 MB", FaultKind.Malformed, 1, "goes on after 67108864 bytes", () => SimulateAsync("huge")) with { IsPerhapsBilled = true },
        Failing("a stream of few but very long pieces", FaultKind.Malformed, 1, "goes on after 4194304 bytes", () => DoAsync(LongPiecesAsync)) with { IsPerhapsBilled = true },
        Failing("a stream whose line never ends", FaultKind.Malformed, 1, "goes on after 1048576 bytes", () => DoAsync(OneLineAsync)) with { IsPerhapsBilled = true },
        Failing("an error page that never ends, status 500", FaultKind.ServerError, All, "answered 500", () => DoAsync(EndlessErrorAsync)),
    ];

    private static IEnumerable<FaultCase> Replies() =>
    [
        new("no text", () => SimulateAsync("empty")) { Counted = "unanswered", IsCostKnown = true },
        new("finish reason `length`", () => SimulateAsync("truncated")) { Outcome = Outcome.CutOff, Counted = "cutOff", IsCostKnown = true },
        new("finish reason `content_filter`", () => SimulateAsync("filter")) { Outcome = Outcome.Refused, Counted = "refused", IsCostKnown = true },
        new("no usage", () => SimulateAsync("no-usage")),
        new("negative usage", () => SimulateAsync("negative-usage")),
        new("900 million tokens of usage", () => SimulateAsync("absurd-usage")),
        new("comments between the pieces of a stream", () => SimulateAsync("keep-alive")) { IsCostKnown = true },
        new("a piece of a stream twice: kept twice, for pieces bear no numbers and a model may repeat itself", () => SendAsync(
            ScriptedServer.Head(200, "text/event-stream"),
            string.Concat(new[] { "Hm. ", "Hm. ", "Answer: ", "A" }.Select(text => $"data: {{\"id\":\"r1\",\"choices\":[{{\"delta\":{{\"content\":\"{text}\"}}}}]}}\n\n"))
            + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":40,\"completion_tokens\":4}}\n\ndata: [DONE]\n\n")) { IsCostKnown = true },
        new("usage and end of a stream twice: counted once", () => SendAsync(
            ScriptedServer.Head(200, "text/event-stream"),
            "data: {\"choices\":[{\"delta\":{\"content\":\"A\"}}]}\n\n" + string.Concat(Enumerable.Repeat(
                "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":40,\"completion_tokens\":4}}\n\n", 2)) + "data: [DONE]\n\n")) { IsCostKnown = true },
        new("the whole reply at once where a stream was asked for", () => SendAsync(ScriptedServer.Head(200, "application/json"), Good)) { IsCostKnown = true },
    ];

    private static string InTwoSeconds() => TimeProvider.System.GetUtcNow().AddSeconds(2).ToString("R", CultureInfo.InvariantCulture);

    private static FaultyServer Secured(FaultyServer server) => server with { Address = server.Address.Replace("http:", "https:", StringComparison.Ordinal) };

    private static async Task<FaultyServer> NobodyAsync()
    {
        var server = await SendAsync("", "");
        await server.DisposeAsync();
        return server with { Life = null };
    }

    private static async Task ChatterAsync(Stream stream, CancellationToken token)
    {
        await ScriptedServer.SendAsync(stream, token, ScriptedServer.Head(200, "text/event-stream"), "data: {\"choices\":[{\"delta\":{\"content\":\"A\"}}]}\n\n");
        while (true)
        {
            await ScriptedServer.SendAsync(stream, token, ": still here\n\n");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, token);
        }
    }

    private static Task StallAsync(Stream stream, CancellationToken token) => Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, token);

    private static Task LongPiecesAsync(Stream stream, CancellationToken token) => EndlessAsync(
        stream, ScriptedServer.Head(200, "text/event-stream"), $"data: {{\"choices\":[{{\"delta\":{{\"content\":\"{Filling}\"}}}}]}}\n\n", token);

    private static Task OneLineAsync(Stream stream, CancellationToken token) => EndlessAsync(stream, ScriptedServer.Head(200, "text/event-stream") + "data: ", Filling, token);

    private static Task EndlessErrorAsync(Stream stream, CancellationToken token) => EndlessAsync(stream, ScriptedServer.Head(500, "text/html") + "<html>", Filling, token);

    private static async Task EndlessAsync(Stream stream, string begin, string more, CancellationToken token)
    {
        await ScriptedServer.SendAsync(stream, token, begin);
        while (true)
        {
            await ScriptedServer.SendAsync(stream, token, more);
        }
    }
}
