using System.Text;
using CsCheck;
using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models.Providers;

public sealed class RepliesTests
{
    private const string Whole = """
        {"id":"x","model":"served-as","choices":[{"index":0,"message":{"role":"assistant","content":"选 B。","reasoning_content":"想"},"finish_reason":"stop"}],
        "usage":{"prompt_tokens":1000,"completion_tokens":500,"total_tokens":1500,"prompt_tokens_details":{"cached_tokens":400},"completion_tokens_details":{"reasoning_tokens":300}}}
        """;

    private static readonly string[] Streamed =
    [
        """{"model":"served-as","choices":[{"delta":{"role":"assistant","content":""}}],"usage":null}""",
        """{"model":"served-as","choices":[{"delta":{"reasoning_content":"想"}}]}""",
        """{"choices":[{"delta":{"content":"选 "}}]}""",
        """{"choices":[{"delta":{"content":"B。"},"finish_reason":null}]}""",
        """{"choices":[{"delta":{},"finish_reason":"stop"}]}""",
        """{"choices":[],"usage":{"prompt_tokens":1000,"completion_tokens":500,"prompt_tokens_details":{"cached_tokens":400},"completion_tokens_details":{"reasoning_tokens":300}}}""",
        "[DONE]",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_brings_text_thinking_tokens_and_times(bool streaming)
    {
        await using var server = streaming ? ScriptedServer.Sse(Streamed) : ScriptedServer.Json(Whole);
        var reply = await server.AskAsync(streaming);
        Assert.Equal(
            new Reply(Outcome.Replied, "选 B。")
            {
                Thinking = "想",
                FinishReason = "stop",
                ServedBy = "served-as",
                Usage = new TokenUsage(1000, 500) { Cached = 400, Reasoning = 300 },
            },
            reply with { Elapsed = null, FirstToken = null });
        Assert.True(reply.Elapsed > TimeSpan.Zero);
        Assert.Equal(streaming, reply.FirstToken is { } first && first <= reply.Elapsed);
    }

    [Theory]
    [InlineData(""" "cost":0.0125 """, 0.1)]
    [InlineData(""" "cost":0,"cost_details":{"upstream_inference_cost":0.5} """, 0.0)]
    [InlineData(""" "cost":0.0125,"is_byok":true,"cost_details":{"upstream_inference_cost":0.1} """, 0.9)]
    [InlineData(""" "cost_in_usd_ticks":125000000 """, 0.1)]
    [InlineData(""" "cost":-1 """, null)]
    [InlineData(""" "cost":1e300 """, null)]
    [InlineData(""" "cost":5000 """, null)]
    [InlineData(""" "cost":"free" """, null)]
    [InlineData(""" "cost":{"total":1} """, null)]
    [InlineData(""" "cost":null """, null)]
    public async Task A_cost_that_the_provider_tells_is_taken_in_yuan_unless_it_cannot_be_true(string told, double? yuan)
    {
        foreach (var streaming in (bool[])[true, false])
        {
            var usage = $$"""{"prompt_tokens":10,"completion_tokens":5,{{told}}}""";
            await using var server = streaming
                ? ScriptedServer.Sse("""{"choices":[{"delta":{"content":"B"},"finish_reason":"stop"}]}""", $$"""{"choices":[],"usage":{{usage}}}""", "[DONE]")
                : ScriptedServer.Json($$"""{"choices":[{"message":{"content":"B"},"finish_reason":"stop"}],"usage":{{usage}}}""");

            var reply = await server.AskAsync(streaming, costsIn: new ExchangeRate("USD", 8, new DateOnly(2025, 8, 1), "x"));

            Assert.Equal(((decimal?)yuan, new TokenUsage(10, 5)), (reply.Cost, reply.Usage));
            Assert.Equal(yuan is null ? null : "provider; 1 USD = 8 CNY 2025-08-01", reply.CostBy);
            Assert.Null((await server.AskAsync(streaming)).Cost); // in whose currency, nobody knows
        }
    }

    [Fact]
    public async Task A_request_says_what_the_model_needs_and_nothing_else()
    {
        await using var server = ScriptedServer.Sse(Streamed);
        var model = Asking.Model with { Temperature = 0.7, MaxOutputTokens = 99, ExtraFields = """{"enable_thinking":false,"stream_options":null,"model":"other"}""" };
        await Asking.AskAsync(server.Address, true, model, Asking.Prompt with { System = "你是考生" }, new CallLimits(), TestContext.Current.CancellationToken);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v1/chat/completions HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {Asking.Key}", request, StringComparison.Ordinal);
        Assert.Equal(
            """{"messages":[{"role":"system","content":"你是考生"},{"role":"user","content":"题干？A. 一 B. 二"}],"temperature":0.7,"max_tokens":99,"stream":true,"enable_thinking":false,"model":"other"}""",
            request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }

    [Fact]
    public async Task The_providers_name_for_the_token_limit_is_used()
    {
        await using var server = ScriptedServer.Json(Whole);
        var provider = Provider.At(server.Address) with { MaxTokensField = "max_completion_tokens" };
        using var connection = new ProviderConnection(provider, null, new CallLimits(), TimeProvider.System);
        using var client = new ProviderChatClient(connection, Asking.Model);
        await client.GetResponseAsync([new(new("user"), "?")], new() { MaxOutputTokens = 7, Seed = 5 }, TestContext.Current.CancellationToken);
        Assert.EndsWith("""{"model":"served-id","messages":[{"role":"user","content":"?"}],"max_completion_tokens":7,"seed":5}""", server.Requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", server.Requests[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("length", Outcome.CutOff)]
    [InlineData("content_filter", Outcome.Refused)]
    [InlineData("sensitive", Outcome.Refused)]
    [InlineData("stop", Outcome.Replied)]
    [InlineData("eos", Outcome.Replied)]
    public async Task A_finish_reason_is_kept_and_tells_the_outcome(string reason, Outcome outcome)
    {
        await using var server = ScriptedServer.Json($$"""{"choices":[{"message":{"content":"半"},"finish_reason":"{{reason}}"}]}""");
        var reply = await server.AskAsync(false);
        Assert.Equal((outcome, reason), (reply.Outcome, reply.FinishReason));
        Assert.Null(reply.Usage);
    }

    [Theory]
    [InlineData("""{"prompt_tokens":-1,"completion_tokens":5}""", null, null)]
    [InlineData("""{"prompt_tokens":5}""", null, null)]
    [InlineData("""{"prompt_tokens":"5","completion_tokens":1e300}""", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("""{"prompt_tokens":5,"completion_tokens":2,"total_tokens":107}""", 5, 102)]
    [InlineData("""{"prompt_tokens":5,"completion_tokens":2,"cached_tokens":9,"completion_tokens_details":null}""", 5, 2)]
    public async Task Impossible_usage_is_unknown_and_thinking_left_out_is_counted(string usage, int? prompt, int? completion)
    {
        await using var server = ScriptedServer.Json($$"""{"choices":[{"message":{"content":"A"},"finish_reason":"stop"}],"usage":{{usage}}}""");
        var told = (await server.AskAsync(false)).Usage;
        Assert.Equal((prompt, completion, null), (told?.Prompt, told?.Completion, told?.Cached));
    }

    [Theory]
    [InlineData("""[{"type":"text","text":"选"},{"type":"image"},"x",{"text":"B"}]""", "选B")]
    [InlineData("null", "")]
    [InlineData("\"\\u9009B\\ud83d\\ude00\"", "选B😀")]
    public async Task Content_may_be_parts_or_nothing(string content, string text)
    {
        await using var server = ScriptedServer.Json($$"""{"error":null,"choices":[{"message":{"content":{{content}} },"finish_reason":"stop"},{"message":{"content":"second"} } ]}""");
        Assert.Equal(text, (await server.AskAsync(false)).Text);
    }

    [Fact]
    public async Task A_refusal_in_a_field_of_its_own_is_a_refusal()
    {
        await using var server = ScriptedServer.Json("""{"choices":[{"message":{"content":null,"refusal":"No."},"finish_reason":"stop"}]}""");
        var reply = await server.AskAsync(false);
        Assert.Equal((Outcome.Refused, "No."), (reply.Outcome, reply.Text));
    }

    [Theory]
    [InlineData("""{"error":{"code":"data_inspection_failed","message":"inappropriate content"}}""")]
    [InlineData("""{"error":{"type":"content_filter","message":"high risk"}}""")]
    public async Task A_question_that_the_provider_will_not_let_through_is_a_refusal_not_a_bad_request(string body)
    {
        await using var server = ScriptedServer.Json(body, 400);
        Assert.Equal(Outcome.Refused, (await server.AskAsync(true)).Outcome);
    }

    [Fact]
    public async Task A_provider_that_does_not_stream_gives_its_reply_at_once()
    {
        await using var server = ScriptedServer.Json(Whole);
        Assert.Equal("选 B。", (await server.AskAsync(true)).Text);
    }

    [Fact]
    public async Task Keep_alives_crlf_and_what_is_told_twice_do_no_harm()
    {
        var lines = string.Concat(Streamed.Select((data, i) => $": keep-alive\r\n\r\ndata: {data}\r\n\r\n{(i >= 4 && i < 6 ? $"data: {data}\r\n\r\n" : "")}"));
        await using var server = new ScriptedServer(ScriptedServer.Head(200, "text/event-stream; charset=utf-8"), lines);
        var reply = await server.AskAsync(true);
        Assert.Equal(("选 B。", 1500), (reply.Text, reply.Usage?.Total));
    }

    [Fact]
    public async Task A_stream_without_its_last_mark_is_complete_when_it_gave_a_reason()
    {
        await using var server = ScriptedServer.Sse(Streamed[..6]);
        Assert.Equal("选 B。", (await server.AskAsync(true)).Text);
    }

    [Fact]
    public async Task A_stream_cut_anywhere_into_packets_reads_the_same()
    {
        var body = Encoding.UTF8.GetBytes(ScriptedServer.Head(200, "text/event-stream") + string.Concat(Streamed.Select(data => $"data: {data}\n\n")));
        await Gen.Int[1, body.Length - 1].Array[1, 6].SampleAsync(
            async cuts =>
            {
                await using var server = new ScriptedServer(async (stream, token) =>
                {
                    var from = 0;
                    foreach (var cut in cuts.Order().Append(body.Length))
                    {
                        await stream.WriteAsync(body.AsMemory(from, cut - from), token);
                        await Task.Yield();
                        from = cut;
                    }
                });
                Assert.Equal("选 B。", (await server.AskAsync(true)).Text);
            },
            iter: 60);
    }

    [Fact]
    public async Task Every_single_byte_as_a_packet_reads_the_same()
    {
        await using var server = new ScriptedServer(async (stream, token) =>
        {
            foreach (var one in Encoding.UTF8.GetBytes(ScriptedServer.Head(200, "text/event-stream") + $"data: {Streamed[3]}\n\ndata: [DONE]\n\n"))
            {
                await stream.WriteAsync(new[] { one }, token);
            }
        });
        Assert.Equal("B。", (await server.AskAsync(true)).Text);
    }

    [Fact]
    public async Task Models_are_listed()
    {
        await using var server = ScriptedServer.Json("""{"object":"list","data":[{"id":"b"},{"id":"a"},{"name":"no id"}]}""");
        using var connection = new ProviderConnection(Provider.At(server.Address), null, new CallLimits(), TimeProvider.System);
        Assert.Equal(["b", "a"], await OpenAiModelList.GetAsync(connection, TestContext.Current.CancellationToken));
        Assert.StartsWith("GET /v1/models ", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Extra_fields_that_are_not_an_object_are_an_error()
    {
        using var connection = new ProviderConnection(Provider.At("http://127.0.0.1:1/v1"), null, new CallLimits(), TimeProvider.System);
        var thrown = Assert.Throws<BadInputException>(() => new ProviderChatClient(connection, Asking.Model with { ExtraFields = "[1]" }));
        Assert.Contains("shown", thrown.Message, StringComparison.Ordinal);
    }
}
