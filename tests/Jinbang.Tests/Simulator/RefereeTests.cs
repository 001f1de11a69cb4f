using System.Diagnostics;
using System.Text.Json;
using Jinbang.Simulator;
using Jinbang.Tests.House;

namespace Jinbang.Tests.Simulator;

/// <summary>Other people's JavaScript clients as referees of the dialects; see tests/sdk-referees.</summary>
public sealed class RefereeTests
{
    private const string Thought = "Let us read the question once more. Let us read ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("openai-chat", "", "stop", 404)]
    [InlineData("openai-responses", Thought, "completed", 404)]
    [InlineData("anthropic", Thought, "end_turn", 404)]
    [InlineData("gemini", Thought, "STOP", 404)]
    [InlineData("mistral", Thought, "stop", 400)]
    [InlineData("groq", Thought, "stop", 404)]
    [InlineData("together", Thought, "stop", 404)]
    [InlineData("openrouter", Thought, "stop", 400)]
    [InlineData("zhipu", "", "stop", null, 23)]
    [InlineData("dashscope", Thought, "stop", 404)]
    [InlineData("ai-sdk-alibaba", Thought, "stop", 404)]
    [InlineData("ai-sdk-deepseek", Thought, "stop", 400)]
    [InlineData("ai-sdk-fireworks", Thought, "stop", 404)]
    [InlineData("ai-sdk-moonshotai", Thought, "stop", 404)]
    [InlineData("ai-sdk-xai", Thought, "stop", 404)]
    public async Task A_client_reads_whole_replies_streams_and_errors(string client, string thinking, string finish, int? refusal, int output = 35)
    {
        await using var provider = await SimulatedProvider.StartAsync(
            new() { Thinking = 12, Verbosity = 20 }, TimeProvider.System, TestContext.Current.CancellationToken);
        var said = await RunAsync(client, provider.Endpoint.GetLeftPart(UriPartial.Authority));
        foreach (var way in new[] { "whole", "stream" })
        {
            var reply = said.GetProperty(way);
            Assert.False(reply.TryGetProperty("error", out var problem), $"{way}: {problem}");
            Assert.EndsWith("Answer: D", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Equal(thinking, reply.GetProperty("thinking").GetString());
            Assert.Equal(finish, reply.GetProperty("finish").GetString());
            Assert.Equal(output, reply.GetProperty("output").GetInt32());
        }

        var error = said.GetProperty("error");
        Assert.NotEqual("", error.GetProperty("error").GetString());
        Assert.Equal(refusal, error.GetProperty("status").Deserialize<int?>());
    }

    private static async Task<JsonElement> RunAsync(string client, string address)
    {
        var folder = Path.Combine(Sources.Root, "tests", "sdk-referees");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Component.Missing("The SDKs are not installed; run npm ci in tests/sdk-referees, or ./test.sh.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        using var node = Start(folder, client, address);
        var errors = node.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            var output = await node.StandardOutput.ReadToEndAsync(limit.Token);
            await node.WaitForExitAsync(limit.Token);
            Assert.True(output.Length > 0, await errors);
            return Caller.Json(output);
        }
        finally
        {
            if (!node.HasExited)
            {
                node.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string folder, string client, string address)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", ["run.mjs", client, address])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Component.Missing("Node.js is not installed.");
            throw;
        }
    }
}
