using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Tests.Simulator;

/// <summary>What holds at every house, and what is particular to some. The pages it is taken from are in the houses' files.</summary>
public sealed class HouseTests
{
    public static TheoryData<string> All => [.. SimulatedHouse.All.Select(house => house.Name)];

    [Fact]
    public void Each_provider_of_the_catalogue_has_a_house_and_each_rule_a_page()
    {
        string[] names = [.. Jinbang.Models.Catalogue.Load(null).Providers.Where(provider => provider.Like is null).Select(provider => provider.Name)];
        Assert.Empty(names.Except(SimulatedHouse.All.Select(house => house.Name)));
        Assert.All(SimulatedHouse.All, house =>
        {
            Assert.Contains(house.Pages, page => page.About == "request");
            Assert.All(house.Pages, page => Assert.Matches("^20[0-9]{2}-[01][0-9]$", page.Known));
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_house_replies_whole_and_piece_by_piece(string house)
    {
        await using var caller = await HouseCaller.StartAsync(new() { Verbosity = 20 });
        var whole = await caller.ReplyAsync(house);
        var events = await caller.EventsAsync(house);
        Assert.Contains("simulated:sim-strong", whole.GetRawText(), StringComparison.Ordinal);
        Assert.True(events.Count > 5);
        Assert.All(events.Where(data => data != "[DONE]"), data => Caller.Json(data));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_house_tells_of_each_trouble_in_its_own_shape(string house)
    {
        foreach (var fault in new[] { "bad-key", "no-quota", "rate-limit", "server-error", "overloaded", "too-long", "filter", "filter-prompt", "truncated", "500" })
        {
            await using var caller = await HouseCaller.WithFaultAsync(fault);
            foreach (var stream in new[] { false, true })
            {
                var (status, body) = await caller.AskAsync(house, stream: stream);
                var isSaid = status >= 400 || body.Contains("base_resp", StringComparison.Ordinal) || house.StartsWith("spark", StringComparison.Ordinal) || fault is "filter" or "filter-prompt" or "truncated";
                Assert.True(isSaid, $"{fault}: {status} {body}");
                Assert.True(status == 200 || Caller.Json(body).ValueKind is JsonValueKind.Object or JsonValueKind.String, body);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_house_that_needs_a_key_refuses_a_wrong_one(string house)
    {
        await using var caller = await HouseCaller.StartAsync(new() { Key = "other:key" });
        var (status, body) = await caller.AskAsync(house);
        Assert.True(status >= 400 || body.Contains("1004", StringComparison.Ordinal), body);
    }

    [Theory]
    [InlineData("openai", "unknown_parameter")]
    [InlineData("openai-responses", "unknown_parameter")]
    [InlineData("azure", "unknown_parameter")]
    [InlineData("anthropic", "enable_thinking: Extra inputs are not permitted")]
    [InlineData("gemini", "Cannot find field")]
    [InlineData("mistral", "extra_forbidden")]
    [InlineData("groq", "property 'enable_thinking' is unsupported")]
    [InlineData("fireworks", "Extra inputs are not permitted, field: 'enable_thinking'")]
    public async Task A_strict_house_refuses_another_house_s_switch(string house, string told)
    {
        await using var caller = await HouseCaller.StartAsync(new());
        var (status, body) = await caller.AskAsync(house, """{"enable_thinking": true}""");
        Assert.InRange(status, 400, 422);
        Assert.Contains(told, body.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dashscope", """{"enable_thinking": true}""", """{"enable_thinking": false}""", "reasoning_content")]
    [InlineData("siliconflow", """{"enable_thinking": true}""", """{"enable_thinking": false}""", "reasoning_content")]
    [InlineData("qianfan", """{"enable_thinking": true}""", """{"enable_thinking": false}""", "reasoning_content")]
    [InlineData("hunyuan", """{"enable_thinking": true}""", """{"enable_thinking": false}""", "reasoning_content")]
    [InlineData("zhipu", """{"thinking": {"type": "enabled"}}""", """{"thinking": {"type": "disabled"}}""", "reasoning_content")]
    [InlineData("ark", """{"thinking": {"type": "enabled"}}""", """{"thinking": {"type": "disabled"}}""", "reasoning_content")]
    [InlineData("deepseek", """{"thinking": {"type": "enabled"}}""", """{"thinking": {"type": "disabled"}}""", "reasoning_content")]
    [InlineData("moonshot", """{"thinking": {"type": "enabled"}}""", """{"thinking": {"type": "disabled"}}""", "reasoning_content")]
    [InlineData("spark", """{"thinking": {"type": "enabled"}}""", """{"thinking": {"type": "disabled"}}""", "reasoning_content")]
    [InlineData("sensenova", """{"thinking": {"enabled": true}}""", """{"thinking": {"enabled": false}}""", "reasoning_content")]
    [InlineData("xai", """{"reasoning_effort": "high"}""", "{}", "reasoning_content")]
    [InlineData("openrouter", """{"reasoning": {"effort": "high"}}""", """{"reasoning": {"enabled": false}}""", "reasoning")]
    [InlineData("groq", """{"reasoning_effort": "default", "reasoning_format": "parsed"}""", """{"reasoning_effort": "none"}""", "reasoning")]
    [InlineData("groq", """{"reasoning_effort": "default"}""", """{"reasoning_effort": "none"}""", "<think>")]
    [InlineData("ollama", """{"reasoning_effort": "high"}""", """{"reasoning_effort": "none"}""", "reasoning")]
    [InlineData("vllm", """{"chat_template_kwargs": {"enable_thinking": true}}""", """{"chat_template_kwargs": {"enable_thinking": false}}""", "reasoning_content")]
    [InlineData("llama.cpp", "{}", """{"chat_template_kwargs": {"enable_thinking": false}}""", "reasoning_content")]
    [InlineData("mistral", """{"reasoning_effort": "high"}""", """{"reasoning_effort": "none"}""", "thinking")]
    [InlineData("anthropic", """{"thinking": {"type": "enabled", "budget_tokens": 1024}}""", """{"thinking": {"type": "disabled"}}""", "thinking")]
    [InlineData("gemini", """{"generationConfig": {"thinkingConfig": {"includeThoughts": true}}}""", """{"generationConfig": {"thinkingConfig": {"includeThoughts": true, "thinkingBudget": 0}}}""", "thought")]
    [InlineData("openai-responses", """{"reasoning": {"effort": "low", "summary": "auto"}}""", """{"reasoning": {"effort": "none", "summary": "auto"}}""", "summary_text")]
    public async Task Thinking_is_switched_in_the_house_s_way_and_comes_back_in_its_place(string house, string on, string off, string place)
    {
        await using var caller = await HouseCaller.StartAsync(new() { Thinking = 12 });
        var thought = "Let us read";
        var whole = (await caller.ReplyAsync(house, on)).GetRawText();
        var stream = string.Concat(await caller.EventsAsync(house, on));
        Assert.Contains(thought, whole, StringComparison.Ordinal);
        Assert.Contains(place.Trim('<', '>'), whole, StringComparison.Ordinal);
        Assert.Contains(place.Trim('<', '>'), stream, StringComparison.Ordinal);
        Assert.DoesNotContain(thought, (await caller.ReplyAsync(house, off)).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai", "o3-mini", """{"temperature": 0}""", "unsupported_value")]
    [InlineData("openai", "gpt-5-mini", """{"max_tokens": 100}""", "unsupported_parameter")]
    [InlineData("dashscope", "qwen3-32b", "{}", "must be set to false for non-streaming calls")]
    [InlineData("siliconflow", "Qwen/Qwen2.5-72B-Instruct", """{"enable_thinking": false}""", "does not support parameter")]
    [InlineData("xai", "grok-4-0709", """{"reasoning_effort": "high"}""", "not supported on this model")]
    [InlineData("anthropic", "claude-sonnet-4-0", """{"thinking": {"type": "enabled", "budget_tokens": 4000}}""", "must be greater than")]
    [InlineData("anthropic", "claude-sonnet-4-0", """{"thinking": {"type": "enabled", "budget_tokens": 500}}""", "1024")]
    [InlineData("anthropic", "claude-sonnet-4-0", """{"thinking": {"type": "enabled", "budget_tokens": 2000}, "temperature": 0}""", "may only be set to 1")]
    [InlineData("gemini", "gemini-2.0-flash", """{"generationConfig": {"thinkingConfig": {"thinkingBudget": 0}}}""", "thinkingConfig")]
    public async Task Some_models_refuse_what_others_take(string house, string model, string fields, string told)
    {
        await using var caller = await HouseCaller.StartAsync(new() { Models = [new(model), new(HouseCaller.Model)], Thinking = 5 });
        var (status, body) = await caller.AskAsync(house, fields, model: model);
        Assert.Equal(400, status);
        Assert.Contains(told, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai", """{"stream_options": {"include_usage": true}}""", 1)]
    [InlineData("openai", "{}", 0)]
    [InlineData("dashscope", "{}", 0)]
    [InlineData("zhipu", "{}", 1)]
    [InlineData("minimax", "{}", 1)]
    [InlineData("moonshot", "{}", 1)]
    [InlineData("groq", "{}", 1)]
    [InlineData("openrouter", "{}", 1)]
    [InlineData("siliconflow", "{}", 5)]
    public async Task A_stream_tells_its_tokens_where_the_house_does(string house, string fields, int least)
    {
        await using var caller = await HouseCaller.StartAsync(new() { Verbosity = 30 });
        var told = (await caller.EventsAsync(house, fields)).Count(data => data.Contains("\"usage\":{", StringComparison.Ordinal));
        Assert.True(least == 0 ? told == 0 : told >= least, $"{told}");
    }

    [Theory]
    [InlineData("zhipu", "filter", "sensitive")]
    [InlineData("zhipu", "broken", "network_error")]
    [InlineData("deepseek", "broken", "insufficient_system_resource")]
    [InlineData("anthropic", "filter", "refusal")]
    [InlineData("anthropic", "truncated", "max_tokens")]
    [InlineData("gemini", "filter", "SAFETY")]
    [InlineData("gemini", "filter-prompt", "blockReason")]
    [InlineData("gemini", "truncated", "MAX_TOKENS")]
    [InlineData("openai-responses", "truncated", "max_output_tokens")]
    [InlineData("minimax", "rate-limit", "1002")]
    [InlineData("minimax", "no-quota", "1008")]
    [InlineData("spark", "filter", "10013")]
    [InlineData("spark", "rate-limit", "11202")]
    public async Task An_end_or_an_error_with_status_200_has_the_house_s_own_word(string house, string fault, string word)
    {
        await using var caller = await HouseCaller.WithFaultAsync(fault);
        var (status, body) = await caller.AskAsync(house);
        Assert.Equal(200, status);
        Assert.Contains(word, body, StringComparison.Ordinal);
        Assert.Contains(word, string.Concat(await caller.AskAsync(house, stream: true)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name:secret", 200)]
    [InlineData("name:other", 401)]
    [InlineData("stranger:secret", 401)]
    public async Task A_signed_key_is_checked_with_the_secret_half(string key, int expected)
    {
        await using var caller = await HouseCaller.StartAsync(new() { Key = key });
        var (status, _) = await caller.AskAsync("sensenova");
        Assert.Equal(expected, status);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_stream_can_fail_midway(string house)
    {
        await using var caller = await HouseCaller.WithFaultAsync("error-midway");
        var events = await caller.EventsAsync(house);
        Assert.True(events.Count > 2);
        Assert.DoesNotContain("[DONE]", events);
        Assert.Matches("rror|base_resp|code", events[^1]);
    }
}
