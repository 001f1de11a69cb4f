using System.Text;
using System.Text.Json;
using Jinbang.Tests.Models.Providers;

namespace Jinbang.Tests.EndToEnd;

/// <summary>A server that says the key wherever a server can say anything, and everything that a run leaves behind.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Key = "sk-Very/Secret+0123=4567&89~z";
    private const string Pause = "retry-after-ms: 1\r\n";

    private static readonly string[] Forms =
    [
        Key, Uri.EscapeDataString(Key), Base64($"Bearer {Key}"), Base64(Key), Base64($"user:{Key}"), JsonEncodedText.Encode(Key).ToString(),
    ];

    private static readonly string Plain = string.Join(' ', Forms);
    private static readonly string Told = JsonEncodedText.Encode(Plain).ToString();

    // Faults that pass, each of which is followed by a reply to the question.
    private static readonly string[] Faults =
    [
        ScriptedServer.Head(500, "application/json", Pause) + $$$"""{"error":{"message":"{{{Told}}}","code":"{{{Told}}}"}}""",
        ScriptedServer.Head(429, "text/plain", Pause + $"X-Echo: {Key}\r\n") + Plain,
        ScriptedServer.Head(503, "text/html", Pause) + $"<html>{Key}</html>",
        ScriptedServer.Head(200, $"application/{Uri.EscapeDataString(Key)}", Pause) + Key,
        ScriptedServer.Head(200, "application/json", Pause) + $$$"""{"error":{"message":"{{{Told}}}"}}""",
        ScriptedServer.Head(200, "application/json", Pause) + $$$"""{"choices":[{"message":{"content":"{{{Told}}} """,
        $"HTTP/1.1 200 OK\r\n{Key}\r\n\r\n",
        $"HTTP/1.{Key} 200 OK\r\n\r\n",
    ];

    private static readonly string[] Replies =
    [
        ScriptedServer.Head(200, "application/json") + $$$"""
            {"id":"{{{Told}}}","model":"{{{Told}}}","choices":[{"message":{"content":"{{{Told}}} Answer: A","reasoning_content":"{{{Told}}}"},"finish_reason":"{{{Told}}}"}],"usage":{"prompt_tokens":9,"completion_tokens":9}}
            """,
        ScriptedServer.Head(200, "text/event-stream") + string.Concat(Plain.Chunk(7).Select(piece =>
            $"data: {JsonSerializer.Serialize(new { model = Key, choices = new[] { new { delta = new { content = new string(piece) } } } })}\n\n"))
            + $$$"""data: {"choices":[{"delta":{"content":" B"},"finish_reason":"stop"}]}""" + "\n\ndata: [DONE]\n\n",
    ];

    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task The_key_is_in_nothing_that_a_faulty_run_leaves_behind()
    {
        await using var receiver = new OtlpReceiver();
        var calls = 0;
        await using var server = new ScriptedServer((stream, token) =>
        {
            var call = calls++;
            return ScriptedServer.SendAsync(stream, token, call % 2 == 0 && call / 2 < Faults.Length ? Faults[call / 2] : Replies[call / 2 % Replies.Length]);
        });
        stranger.Environment["JINBANG_API_KEY"] = Key;
        stranger.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address;
        stranger.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        var exam = stranger.Write("exam.csv", "Question,A,B,Answer\n" + string.Concat(Enumerable.Range(1, 10).Select(number => $"Which {number}?,one,two,A\n")));

        var said = await stranger.RunAsync("run", "--exam", exam, "--endpoint", server.Address, "--model", "m", "--concurrency", "1", "--log", "run.log", "--json");

        said.Expect(0);
        Assert.Equal(10, LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt WHERE reply LIKE '%[key]%' AND outcome = 'Replied'"));
        Assert.Equal(18, receiver.Spans.Count());
        AssertSecret(said, receiver);
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(308, "Location: http://127.0.0.1:9/?key=")]
    [InlineData(200, "")]
    public async Task The_key_is_not_told_when_a_model_is_stopped_or_models_are_listed(int status, string header)
    {
        await using var receiver = new OtlpReceiver();
        header = header.Length > 0 ? $"{header}{Uri.EscapeDataString(Key)}\r\n" : "";
        await using var server = ScriptedServer.Json(
            status == 200 ? $$$"""{"data":[{"id":"{{{Told}}}"},{"id":"b"}]}""" : $$$"""{"error":{"message":"{{{Told}}}"}}""", status, header);
        stranger.Environment["JINBANG_API_KEY"] = Key;

        AssertSecret((await stranger.RunAsync("run", "--endpoint", server.Address)).Expect(2), receiver);
        if (status == 200)
        {
            return; // a list of models is no reply: each question would be tried to the end
        }

        AssertSecret(await stranger.RunAsync("run", "--endpoint", server.Address, "--model", "m", "--log", "run.log", "--concurrency", "1", "--json"), receiver);
    }

    private void AssertSecret(Said said, OtlpReceiver receiver)
    {
        var artefacts = Directory.EnumerateFiles(stranger.Folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: file, Text: Encoding.Latin1.GetString(File.ReadAllBytes(file))))
            .Concat(receiver.Requests.Select(request => (Name: request.Path, Text: Encoding.Latin1.GetString(request.Body))))
            .Append((Name: "standard output", Text: said.Output))
            .Append((Name: "standard error", Text: said.Errors));
        Assert.All(artefacts, artefact => Assert.All(Forms, form => Assert.DoesNotContain(form, artefact.Text, StringComparison.OrdinalIgnoreCase)));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
