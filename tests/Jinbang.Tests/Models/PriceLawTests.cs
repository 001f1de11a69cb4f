using CsCheck;
using Jinbang.Models;

namespace Jinbang.Tests.Models;

public sealed class PriceLawTests
{
    private static readonly DateOnly Day = new(2025, 8, 1);
    private static readonly Gen<decimal> Figure = Gen.Int[0, 100_000].Select(cents => cents / 100m);
    private static readonly Gen<decimal?> Cached = Gen.Bool.SelectMany(isTold => isTold ? Figure.Select(figure => (decimal?)figure) : Gen.Const((decimal?)null));

    private static readonly Gen<PriceTier> Tier = Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 400], Figure, Figure, Cached)
        .Select((over, overOutput, input, output, cached) => new PriceTier(over, overOutput, input, output) { CachedInput = cached });

    private static readonly Gen<Price> Prices = Gen.Select(Figure, Figure, Cached, Tier.Array[0, 4], Gen.Int[1, 20])
        .Select((input, output, cached, tiers, share) => new Price(input, output, "CNY", Day, "list")
        {
            CachedInputPerMillion = cached,
            Tiers = tiers.Length == 0 ? null : tiers,
            Batch = share / 20m,
            Exchange = new ExchangeRate("CNY", 1, Day, "x"),
        });

    private static readonly Gen<TokenUsage> Usages = Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 600], Gen.Int[0, 3000])
        .Select((prompt, completion, cached) => new TokenUsage(prompt, completion) { Cached = Math.Min(prompt, cached) });

    [Fact]
    public void No_call_costs_more_than_the_worst_case() => Gen.Select(Prices, Usages, Gen.Int[0, 100]).Sample((price, usage, spare) =>
    {
        var rate = price.InYuan()!;
        var prompt = new Prompt(new string('x', Math.Max(0, usage.Prompt - 64)), "", [], false);
        Assert.True(rate.Of(usage) <= rate.WorstCase(prompt, usage.Completion + spare));
    });

    [Fact]
    public void A_call_costs_its_tokens_at_the_figures_of_the_last_tier_that_it_reaches() => Gen.Select(Prices, Usages).Sample((price, usage) =>
    {
        var (input, output, cachedInput) = (price.InputPerMillion, price.OutputPerMillion, price.CachedInputPerMillion);
        foreach (var tier in price.Tiers ?? [])
        {
            (input, output, cachedInput) = usage.Prompt > tier.Over && usage.Completion > tier.OverOutput
                ? (tier.Input, tier.Output, tier.CachedInput)
                : (input, output, cachedInput);
        }

        var expected = (((usage.Prompt - usage.Cached!.Value) * input) + (usage.Cached.Value * (cachedInput ?? input)) + (usage.Completion * output)) / 1_000_000;
        Assert.Equal(expected, price.InYuan()!.Of(usage));
    });

    [Fact]
    public void A_call_in_a_batch_costs_the_share_of_the_same_call_alone() => Gen.Select(Prices, Usages).Sample((price, usage) =>
        Assert.Equal(price.Batch * price.InYuan()!.Of(usage), price.InYuan()!.InBatch(price.Batch!.Value).Of(usage)));

    [Fact]
    public void Prices_with_other_figures_have_other_marks() => Gen.Select(Prices, Tier).Sample((price, tier) =>
    {
        var mark = price.InYuan()!.Mark;
        Assert.NotEqual(mark, (price with { OutputPerMillion = price.OutputPerMillion + 1 }).InYuan()!.Mark);
        Assert.NotEqual(mark, (price with { Tiers = [.. price.Tiers ?? [], tier] }).InYuan()!.Mark);
        Assert.Equal(mark, (price with { Exchange = price.Exchange! with { Source = "y" } }).InYuan()!.Mark);
    });

    [Fact]
    public void The_mark_of_a_batch_tells_its_share_and_all_that_the_mark_of_its_price_tells() => Gen.Select(Prices, Gen.Int[1, 99]).Sample((price, percent) =>
    {
        var single = price.InYuan()!;
        var batch = single.InBatch(percent / 100m).Mark!;
        Assert.Equal((1, percent / 100m), (CostMark.ShareOf(single.Mark!), CostMark.ShareOf(batch)));
        Assert.Equal((CostMark.DayOf(single.Mark!), CostMark.ExchangeOf(single.Mark!)), (CostMark.DayOf(batch), CostMark.ExchangeOf(batch)));
    });
}
