using System.ClientModel;
using Jinbang.Simulator;
using OpenAI;
using OpenAI.Chat;

namespace Jinbang.Tests.Simulator;

/// <summary>OpenAI's own client as the referee of the dialect.</summary>
public sealed class OfficialSdkTests
{
    [Fact]
    public async Task It_reads_a_plain_reply()
    {
        await using var caller = await Caller.StartAsync(new() { Thinking = 5 });
        ChatCompletion reply = await Client(caller.Provider).CompleteChatAsync(["Which one?"]);
        Assert.Equal("simulated:sim-strong", reply.Model);
        Assert.Equal(ChatFinishReason.Stop, reply.FinishReason);
        Assert.NotEqual("", reply.Content[0].Text);
        Assert.Equal((3, 5), (reply.Usage.InputTokenCount, reply.Usage.OutputTokenDetails.ReasoningTokenCount));
    }

    [Fact]
    public async Task It_reads_a_stream()
    {
        await using var caller = await Caller.StartAsync(new() { Verbosity = 40 });
        var plain = Caller.Text(await caller.ReplyAsync("Which one?"));
        var text = "";
        ChatTokenUsage? usage = null;
        await foreach (var update in Client(caller.Provider).CompleteChatStreamingAsync(["Which one?"]))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            usage = update.Usage ?? usage;
        }

        Assert.Equal(plain, text);
        Assert.True(usage!.OutputTokenCount > 40);
    }

    [Fact]
    public async Task It_reads_an_error()
    {
        await using var caller = await Caller.StartAsync(new() { Key = "other" });
        var problem = await Assert.ThrowsAsync<ClientResultException>(() => Client(caller.Provider).CompleteChatAsync(["Which one?"]));
        Assert.Equal(401, problem.Status);
        Assert.Contains("Incorrect API key", problem.Message, StringComparison.Ordinal);
    }

    private static ChatClient Client(SimulatedProvider provider) =>
        new("sim-strong", new ApiKeyCredential("x"), new OpenAIClientOptions { Endpoint = provider.Endpoint });
}
