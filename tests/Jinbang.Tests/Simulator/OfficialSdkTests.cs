using System.ClientModel;
using Anthropic;
using Jinbang.Simulator;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Responses;

namespace Jinbang.Tests.Simulator;

/// <summary>The houses' own .NET clients as referees of their dialects.</summary>
public sealed class OfficialSdkTests
{
    private const string Thought = "Let us read the ques";

    [Fact]
    public async Task It_reads_a_plain_reply()
    {
        await using var caller = await Caller.StartAsync(new() { Thinking = 5 });
        ChatCompletion reply = await Client(caller.Provider).CompleteChatAsync(["Which one?"]);
        Assert.Equal("simulated:sim-strong", reply.Model);
        Assert.Equal(OpenAI.Chat.ChatFinishReason.Stop, reply.FinishReason);
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_reads_a_response_with_its_thinking(bool stream)
    {
        await using var caller = await Caller.StartAsync(new() { Thinking = 5, Verbosity = 20 });
        var client = Responses(caller.Provider);
        var options = new CreateResponseOptions("sim-strong", [ResponseItem.CreateUserMessageItem("Which one?")])
        {
            ReasoningOptions = new() { ReasoningEffortLevel = ResponseReasoningEffortLevel.Low, ReasoningSummaryVerbosity = ResponseReasoningSummaryVerbosity.Auto },
        };
        ResponseResult reply = stream ? await LastAsync(client, options) : await client.CreateResponseAsync(options);
        Assert.Equal(ResponseStatus.Completed, reply.Status);
        Assert.EndsWith("Answer: D", reply.GetOutputText(), StringComparison.Ordinal);
        Assert.Equal(Thought, reply.OutputItems.OfType<ReasoningResponseItem>().Single().GetSummaryText());
        Assert.Equal((3, 5), (reply.Usage.InputTokenCount, reply.Usage.OutputTokenDetails.ReasoningTokenCount));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Anthropics_reads_a_message_with_its_thinking(bool stream)
    {
        await using var caller = await Caller.StartAsync(new() { Thinking = 5, Verbosity = 20 });
        var client = Messages(caller.Provider);
        var options = new ChatOptions { MaxOutputTokens = 4000, Reasoning = new() { Effort = ReasoningEffort.Low } };
        var reply = stream
            ? await client.GetStreamingResponseAsync("Which one?", options, TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken)
            : await client.GetResponseAsync("Which one?", options, TestContext.Current.CancellationToken);
        Assert.EndsWith("Answer: D", reply.Text, StringComparison.Ordinal);
        Assert.Equal(Thought, string.Concat(reply.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(part => part.Text)));
        Assert.Equal(Microsoft.Extensions.AI.ChatFinishReason.Stop, reply.FinishReason);
        Assert.Equal((3, 28), (reply.Usage!.InputTokenCount, reply.Usage.OutputTokenCount));
    }

    [Fact]
    public async Task Anthropics_reads_an_error()
    {
        await using var caller = await Caller.StartAsync(new() { Key = "other" });
        var problem = await Assert.ThrowsAnyAsync<Anthropic.Exceptions.AnthropicApiException>(
            () => Messages(caller.Provider).GetResponseAsync("Which one?", null, TestContext.Current.CancellationToken));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, problem.StatusCode);
        Assert.Contains("invalid x-api-key", problem.Message, StringComparison.Ordinal);
    }

    private static async Task<ResponseResult> LastAsync(ResponsesClient client, CreateResponseOptions options)
    {
        options.StreamingEnabled = true;
        var text = "";
        await foreach (var update in await client.CreateResponseStreamingAsync(options))
        {
            text += (update as StreamingResponseOutputTextDeltaUpdate)?.Delta;
            if (update is StreamingResponseCompletedUpdate last)
            {
                Assert.Equal(last.Response.GetOutputText(), text);
                return last.Response;
            }
        }

        throw new InvalidOperationException("The stream ended without its last event.");
    }

    private static ChatClient Client(SimulatedProvider provider) =>
        new("sim-strong", new ApiKeyCredential("x"), new OpenAIClientOptions { Endpoint = provider.Endpoint });

    private static ResponsesClient Responses(SimulatedProvider provider) =>
        new(new ApiKeyCredential("x"), new ResponsesClientOptions { Endpoint = provider.EndpointOf("openai") });

    private static IChatClient Messages(SimulatedProvider provider) => new AnthropicClient
    {
        ApiKey = "x",
        BaseUrl = provider.EndpointOf("anthropic").ToString()[..^"/v1".Length],
        MaxRetries = 0,
    }.AsIChatClient("sim-strong");
}
