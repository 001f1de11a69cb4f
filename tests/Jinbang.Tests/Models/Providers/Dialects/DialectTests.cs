using System.Text.Json.Nodes;
using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models.Providers.Dialects;

/// <summary>The dialects beside chat completions, against what their pages show.</summary>
/// <remarks>
/// Anthropic, "Messages" and "Streaming Messages" (docs.anthropic.com/en/api/messages, /en/docs/build-with-claude/streaming), known 2025-08;
/// Google, "Generating content" (ai.google.dev/api/generate-content), known 2025-08;
/// OpenAI, "The response object" and "Streaming events" (platform.openai.com/docs/api-reference/responses), known 2025-08.
/// </remarks>
public sealed class DialectTests
{
    private static readonly Prompt Prompt = Asking.Prompt with { System = "只答字母。" };

    public static TheoryData<Dialect, string, string[]> Replies => new()
    {
        {
            Dialect.Anthropic,
            """{"id":"msg_1","type":"message","role":"assistant","model":"served-as","content":[{"type":"thinking","thinking":"想想","signature":"c2ln"},{"type":"text","text":"选 B。"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":500,"cache_creation_input_tokens":100,"cache_read_input_tokens":400,"output_tokens":50}}""",
            [
                """{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"served-as","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":500,"cache_creation_input_tokens":100,"cache_read_input_tokens":400,"output_tokens":1}}}""",
                """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}""",
                """{"type": "ping"}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"想想"}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"c2ln"}}""",
                """{"type":"content_block_stop","index":0}""",
                """{"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}""",
                """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"选 "}}""",
                """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"B。"}}""",
                """{"type":"content_block_stop","index":1}""",
                """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":50}}""",
                """{"type":"message_stop"}""",
            ]
        },
        {
            Dialect.Gemini,
            """{"candidates":[{"content":{"parts":[{"text":"想想","thought":true},{"text":"选 B。"}],"role":"model"},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":1000,"candidatesTokenCount":20,"totalTokenCount":1050,"cachedContentTokenCount":400,"thoughtsTokenCount":30,"promptTokensDetails":[{"modality":"TEXT","tokenCount":1000}]},"modelVersion":"served-as","responseId":"r"}""",
            [
                """{"candidates":[{"content":{"parts":[{"text":"想想","thought":true}],"role":"model"},"index":0}],"usageMetadata":{"promptTokenCount":1000,"totalTokenCount":1030,"thoughtsTokenCount":30},"modelVersion":"served-as"}""",
                """{"candidates":[{"content":{"parts":[{"text":"选 "}],"role":"model"},"index":0}],"usageMetadata":{"promptTokenCount":1000,"candidatesTokenCount":2,"totalTokenCount":1032,"thoughtsTokenCount":30},"modelVersion":"served-as"}""",
                """{"candidates":[{"content":{"parts":[{"text":"B。"}],"role":"model"},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":1000,"candidatesTokenCount":20,"totalTokenCount":1050,"cachedContentTokenCount":400,"thoughtsTokenCount":30},"modelVersion":"served-as"}""",
            ]
        },
        {
            Dialect.OpenAiResponses,
            """{"id":"resp_1","object":"response","status":"completed","error":null,"incomplete_details":null,"model":"served-as","output":[{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"想想"}]},{"type":"message","id":"msg_1","status":"completed","role":"assistant","content":[{"type":"output_text","text":"选 B。","annotations":[]}]}],"usage":{"input_tokens":1000,"input_tokens_details":{"cached_tokens":400},"output_tokens":50,"output_tokens_details":{"reasoning_tokens":30},"total_tokens":1050}}""",
            [
                """{"type":"response.created","sequence_number":0,"response":{"id":"resp_1","object":"response","status":"in_progress","error":null,"model":"served-as","output":[],"usage":null}}""",
                """{"type":"response.reasoning_summary_text.delta","sequence_number":1,"item_id":"rs_1","output_index":0,"summary_index":0,"delta":"想想"}""",
                """{"type":"response.output_text.delta","sequence_number":2,"item_id":"msg_1","output_index":1,"content_index":0,"delta":"选 "}""",
                """{"type":"response.output_text.delta","sequence_number":3,"item_id":"msg_1","output_index":1,"content_index":0,"delta":"B。"}""",
                """{"type":"response.output_text.done","sequence_number":4,"item_id":"msg_1","output_index":1,"content_index":0,"text":"选 B。"}""",
                """{"type":"response.completed","sequence_number":5,"response":{"id":"resp_1","object":"response","status":"completed","error":null,"model":"served-as","output":[{"type":"message","content":[{"type":"output_text","text":"选 B。"}]}],"usage":{"input_tokens":1000,"input_tokens_details":{"cached_tokens":400},"output_tokens":50,"output_tokens_details":{"reasoning_tokens":30},"total_tokens":1050}}}""",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task A_reply_brings_text_thinking_and_tokens_whole_and_streamed(Dialect dialect, string whole, string[] events)
    {
        await using var atOnce = ScriptedServer.Json(whole);
        await using var streaming = ScriptedServer.Sse(events);

        Reply[] replies = [await AskAsync(atOnce, dialect, streaming: false), await AskAsync(streaming, dialect, streaming: true)];

        Assert.All(replies, reply =>
        {
            Assert.Equal((Outcome.Replied, "选 B。", "想想", "served-as"), (reply.Outcome, reply.Text, reply.Thinking, reply.ServedBy));
            Assert.Equal((1000, 50, 400), (reply.Usage!.Prompt, reply.Usage.Completion, reply.Usage.Cached));
            Assert.Equal(dialect == Dialect.Anthropic ? null : 30, reply.Usage.Reasoning);
        });
    }

    [Theory]
    [InlineData(Dialect.Anthropic, """{"type":"message","model":"m","content":[{"type":"text","text":"选"}],"stop_reason":"max_tokens","usage":{"input_tokens":1,"output_tokens":1}}""", Outcome.CutOff)]
    [InlineData(Dialect.Anthropic, """{"type":"message","model":"m","content":[],"stop_reason":"refusal","usage":{"input_tokens":1,"output_tokens":1}}""", Outcome.Refused)]
    [InlineData(Dialect.Gemini, """{"candidates":[{"content":{"role":"model"},"finishReason":"MAX_TOKENS"}],"usageMetadata":{"promptTokenCount":1,"totalTokenCount":9,"thoughtsTokenCount":8}}""", Outcome.CutOff)]
    [InlineData(Dialect.Gemini, """{"candidates":[{"finishReason":"PROHIBITED_CONTENT","index":0}]}""", Outcome.Refused)]
    [InlineData(Dialect.Gemini, """{"promptFeedback":{"blockReason":"OTHER"},"usageMetadata":{"promptTokenCount":1,"totalTokenCount":1}}""", Outcome.Refused)]
    [InlineData(Dialect.OpenAiResponses, """{"object":"response","status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"output":[{"type":"reasoning","summary":[]}]}""", Outcome.CutOff)]
    [InlineData(Dialect.OpenAiResponses, """{"object":"response","status":"incomplete","incomplete_details":{"reason":"content_filter"},"output":[]}""", Outcome.Refused)]
    [InlineData(Dialect.OpenAiResponses, """{"object":"response","status":"completed","output":[{"type":"message","content":[{"type":"refusal","refusal":"I will not."}]}]}""", Outcome.Refused)]
    public async Task A_cut_and_a_withheld_reply_are_told_apart(Dialect dialect, string body, Outcome outcome)
    {
        await using var server = ScriptedServer.Json(body);

        Assert.Equal(outcome, (await AskAsync(server, dialect, streaming: false)).Outcome);
    }

    [Theory]
    [InlineData(Dialect.Anthropic, 401, """{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}""", FaultKind.Unauthorized)]
    [InlineData(Dialect.Anthropic, 529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", FaultKind.ServerError)]
    [InlineData(Dialect.Gemini, 404, """{"error":{"code":404,"message":"models/x is not found","status":"NOT_FOUND"}}""", FaultKind.BadRequest)]
    [InlineData(Dialect.OpenAiResponses, 429, """{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}""", FaultKind.QuotaExhausted)]
    [InlineData(Dialect.OpenAiResponses, 200, """{"object":"response","status":"failed","error":{"code":"server_error","message":"The model failed"},"output":[]}""", FaultKind.ServerError)]
    [InlineData(Dialect.Anthropic, 200, """{"surprise":true}""", FaultKind.Malformed)]
    [InlineData(Dialect.Gemini, 200, """{"candidates":5}""", FaultKind.Malformed)]
    [InlineData(Dialect.OpenAiResponses, 200, """{"output":"usage","usage":[],"model":7}""", FaultKind.Malformed)]
    public async Task An_error_is_of_the_kind_that_its_page_says(Dialect dialect, int status, string body, FaultKind kind)
    {
        await using var server = ScriptedServer.Json(body, status);

        var fault = await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server, dialect, streaming: false));

        Assert.Equal(kind, fault.Kind);
    }

    [Fact]
    public async Task Google_tells_in_the_body_how_long_to_wait()
    {
        await using var server = ScriptedServer.Json(
            """{"error":{"code":429,"message":"Quota exceeded for requests per minute","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}]}}""", 429);

        var fault = await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server, Dialect.Gemini, streaming: true));

        Assert.Equal((FaultKind.RateLimited, TimeSpan.FromSeconds(34.5)), (fault.Kind, fault.RetryAfter));
    }

    [Theory]
    [InlineData(Dialect.Anthropic, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""")]
    [InlineData(Dialect.OpenAiResponses, """{"type":"error","code":"server_error","message":"broken","param":null}""")]
    [InlineData(Dialect.Gemini, """{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}""")]
    public async Task An_error_within_a_stream_is_a_fault_of_the_server(Dialect dialect, string @event)
    {
        var events = Replies.Single(row => row.Data.Item1 == dialect).Data.Item3[..3];
        await using var server = ScriptedServer.Sse([.. events, @event]);

        var fault = await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server, dialect, streaming: true));

        Assert.Equal(FaultKind.ServerError, fault.Kind);
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task A_stream_that_is_cut_anywhere_never_passes_for_a_whole_reply(Dialect dialect, string whole, string[] events)
    {
        Assert.NotEmpty(whole);
        for (var length = 0; length < events.Length - 2; length++)
        {
            await using var server = ScriptedServer.Sse(events[..length]);
            await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server, dialect, streaming: true));
        }
    }

    [Theory]
    [InlineData(Dialect.Anthropic, true, "/v1/messages", """{"model":"served-id","max_tokens":8192,"system":"只答字母。","messages":[{"role":"user","content":"TEXT"}],"stream":true,"thinking":{"type":"enabled","budget_tokens":2048}}""")]
    [InlineData(Dialect.Gemini, true, "/v1/models/served-id:streamGenerateContent?alt=sse", """{"systemInstruction":{"parts":[{"text":"只答字母。"}]},"contents":[{"role":"user","parts":[{"text":"TEXT"}]}],"generationConfig":{"maxOutputTokens":8192,"seed":7,"thinkingConfig":{"thinkingBudget":-1}}}""")]
    [InlineData(Dialect.Gemini, false, "/v1/models/served-id:generateContent", """{"systemInstruction":{"parts":[{"text":"只答字母。"}]},"contents":[{"role":"user","parts":[{"text":"TEXT"}]}],"generationConfig":{"maxOutputTokens":8192,"seed":7,"thinkingConfig":{"thinkingBudget":-1}}}""")]
    [InlineData(Dialect.OpenAiResponses, true, "/v1/responses", """{"model":"served-id","input":[{"role":"system","content":"只答字母。"},{"role":"user","content":"TEXT"}],"max_output_tokens":8192,"store":false,"stream":true,"reasoning":{"effort":"medium"}}""")]
    public async Task A_request_is_written_as_its_page_shows(Dialect dialect, bool streaming, string path, string body)
    {
        await using var server = ScriptedServer.Json("{}", 500);
        var model = Asking.Model with { Thinking = true, ThinkingSwitch = SwitchOf(dialect) };

        await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server, dialect, streaming, model));

        var request = Assert.Single(server.Requests);
        Assert.StartsWith($"POST {path} HTTP/1.1", request, StringComparison.Ordinal);
        var sent = JsonNode.Parse(request[request.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body.Replace("TEXT", Prompt.Text, StringComparison.Ordinal)), sent), sent!.ToJsonString());
    }

    [Fact]
    public async Task A_model_that_nobody_knows_how_to_switch_is_refused_before_anything_is_sent()
    {
        await using var server = ScriptedServer.Json("{}");
        var model = Asking.Model with { Thinking = false };

        var fault = await Assert.ThrowsAsync<BadInputException>(() => AskAsync(server, Dialect.Gemini, streaming: true, model));

        Assert.Contains("not to think", fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static ThinkingSwitch SwitchOf(Dialect dialect) => new(
        dialect switch
        {
            Dialect.Anthropic => """{"thinking":{"type":"enabled","budget_tokens":2048},"temperature":null}""",
            Dialect.Gemini => """{"generationConfig":{"thinkingConfig":{"thinkingBudget":-1}}}""",
            Dialect.OpenAiResponses => """{"reasoning":{"effort":"medium"}}""",
            Dialect.OpenAiChat => "{}",
        },
        null);

    private static async Task<Reply> AskAsync(ScriptedServer server, Dialect dialect, bool streaming, Model? model = null)
    {
        var provider = Provider.At(server.Address) with { Dialect = dialect, Thinking = null };
        using var connection = new ProviderConnection(provider, Asking.Key, new CallLimits(), TimeProvider.System);
        model ??= Asking.Model;
        using var examinee = new ChatExaminee(model, new ProviderChatClient(connection, model), TimeProvider.System) { Streaming = streaming };
        return await examinee.AskAsync(Prompt with { Seed = 7 }, TestContext.Current.CancellationToken);
    }
}
