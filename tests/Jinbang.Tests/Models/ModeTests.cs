using Jinbang.Models;

namespace Jinbang.Tests.Models;

/// <summary>One entry of the catalogue under two names: a model that thinks and the same one that does not.</summary>
public sealed class ModeTests : IDisposable
{
    private static readonly Catalogue Shipped = Catalogue.Load(null);
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Every_model_that_can_be_told_is_found_under_two_names_and_told_the_opposite()
    {
        var switchable = Shipped.Models.Where(model => model.Habit is ThinkingHabit.UnlessTold or ThinkingHabit.WhenTold).ToList();
        Assert.True(switchable.Count > 30);
        Assert.All(switchable, model =>
        {
            var names = model.Modes.Select(mode => mode.Name).ToList();
            Assert.Equal(2, names.Count);
            var (usual, other) = (Shipped.Find(names[0])!, Shipped.Find(names[1])!);
            Assert.Equal(names, [usual.Name, other.Name]);
            Assert.Equal((usual.Provider, usual.Id, usual.House), (other.Provider, other.Id, other.House));
            Assert.Equal(model.Habit is ThinkingHabit.UnlessTold, usual.Thinking);
            Assert.Equal(!usual.Thinking, other.Thinking);
        });
    }

    [Fact]
    public void Every_model_that_can_be_told_has_a_way_to_be_told_at_each_provider_that_serves_it() => Assert.All(
        Shipped.Models.SelectMany(model => model.Modes),
        model => Assert.All(model.Ids.Keys, provider =>
        {
            var at = model.At(provider);
            Assert.True(at.Thinking is not { } thinks || (at.ThinkingSwitch ?? Shipped.Provider(provider)!.Thinking)?.Fields(thinks) is not null, $"{model.Name} at {provider}");
        }));

    [Theory]
    [InlineData("Qwen3-32B", "Qwen3-32B", true)]
    [InlineData("Qwen3-32B-nothink", "Qwen3-32B-nothink", false)]
    [InlineData("Hunyuan-A13B-Instruct-nothink(new)", "Hunyuan-A13B-Instruct-nothink", false)]
    [InlineData("GLM-4.5(new)", "GLM-4.5", true)]
    [InlineData("claude-4-sonnet", "claude-4-sonnet", false)]
    [InlineData("claude-4-sonnet-thinking", "claude-4-sonnet-thinking", true)]
    [InlineData("claude-sonnet-4-thinking", "claude-4-sonnet-thinking", true)]
    [InlineData("qwen-flash-think-2025-07-28(new)", "qwen-flash-think-2025-07-28", true)]
    [InlineData("doubao-seed-1-6-flash-250615", "doubao-seed-1-6-flash-250615", false)]
    [InlineData("doubao-seed-1-6-flash-thinking-250615", "doubao-seed-1-6-flash-thinking-250615", true)]
    [InlineData("grok-4-0709", "grok-4-0709", null)]
    [InlineData("gpt-4.1", "gpt-4.1", null)]
    public void A_name_stands_for_a_mode(string asked, string name, bool? thinks)
    {
        var model = Shipped.Find(asked);
        Assert.Equal((name, thinks), (model?.Name, model?.Thinking));
    }

    [Fact]
    public void A_mode_has_its_own_price_of_each_length()
    {
        var (quiet, thinking) = (Shipped.Find("qwen-plus", "dashscope")!.Price!, Shipped.Find("qwen-plus-think", "dashscope")!.Price!);
        Assert.Equal((2m, 8m), (quiet.OutputPerMillion, thinking.OutputPerMillion));
        Assert.Equal([20m, 48m], quiet.Tiers!.Select(tier => tier.Output));
        Assert.Equal([24m, 64m], thinking.Tiers!.Select(tier => tier.Output));
        Assert.Equal(10m, Shipped.Find("Qwen3-14B", "dashscope")?.Price?.OutputPerMillion);
        Assert.Equal(4m, Shipped.Find("Qwen3-14B-nothink", "dashscope")?.Price?.OutputPerMillion);
        Assert.Equal(2m, Shipped.Find("Qwen3-14B-nothink", "siliconflow")?.Price?.OutputPerMillion);
    }

    [Fact]
    public void A_user_s_file_names_modes_switches_limits_and_the_day_of_retirement()
    {
        File.WriteAllText(file, """
            models:
              - name: mine
                house: 我们
                openness: open
                thinking: off
                other-mode: mine-deep
                thinking-fields: {vllm: {on: '{"deep": 1}', off: '{"deep": 0}'}}
                parameters: 30.5
                context: 131072
                modalities: [text, image]
                retired: {openrouter: 2026-01-02}
                temperature: false
                system-prompt: false
                streaming: only
                ids: {vllm: us/mine, openrouter: us/mine}
              - {name: gpt-4.1, retired: 2026-03-04}
            """);
        var catalogue = Catalogue.Load(file);
        var deep = catalogue.Find("mine-deep", "vllm")!;
        Assert.Equal(
            (true, """{"deep": 1}""", true, true, true),
            (deep.Thinking, deep.ThinkingSwitch?.Fields(true), deep.RefusesTemperature, deep.RefusesSystemPrompt, deep.StreamsOnly));
        Assert.Null(catalogue.Find("mine-thinking", "openrouter")!.ThinkingSwitch);
        var facts = catalogue.Listed("mine")!.Facts;
        Assert.Equal((30.5m, 131072), (facts.Parameters, facts.Context));
        Assert.Equal([Modality.Text, Modality.Image], facts.Modalities);
        Assert.Equal((new DateOnly(2026, 1, 2), null), (facts.RetiredAt("openrouter"), facts.RetiredAt("vllm")));
        Assert.Equal(new DateOnly(2026, 3, 4), catalogue.Listed("gpt-4.1")!.Facts.RetiredAt("openai"));
        Assert.Equal(1047576, catalogue.Listed("gpt-4.1")!.Facts.Context);
    }
}
