using CsCheck;
using Jinbang.Statistics;

namespace Jinbang.Tests.Statistics;

public sealed class FairOrderTests
{
    private static readonly Gen<(int Stratum, ulong Chance)[]> Items = Gen.Select(Gen.Int[0, 4], Gen.ULong).Array[1, 200];

    [Fact]
    public void Every_item_has_one_place() => Items.Sample(items =>
        OrderOf(items).Order().SequenceEqual(Enumerable.Range(0, items.Length)));

    [Fact]
    public void Every_beginning_holds_each_stratum_in_proportion_within_two_items_a_stratum() => Items.Sample(items =>
    {
        var order = OrderOf(items);
        var strata = items.GroupBy(item => item.Stratum).ToDictionary(group => group.Key, group => group.Count());
        for (var length = 1; length <= order.Length; length++)
        {
            var drawn = order.Take(length).CountBy(item => items[item].Stratum).ToDictionary();
            foreach (var (stratum, count) in strata)
            {
                var expected = (double)count * length / order.Length;
                Assert.InRange(drawn.GetValueOrDefault(stratum), expected - strata.Count - 1, expected + strata.Count + 1);
            }
        }
    });

    [Fact]
    public void Items_that_come_leave_the_order_of_the_others_within_their_stratum() => Items.Sample(items =>
    {
        var before = OrderOf(items[..^1]);
        var after = OrderOf(items).Where(item => item < items.Length - 1);
        foreach (var stratum in items.Select(item => item.Stratum).Distinct())
        {
            Assert.Equal(before.Where(IsIn), after.Where(IsIn));
            bool IsIn(int item) => items[item].Stratum == stratum;
        }
    });

    [Fact]
    public void A_stratum_of_half_the_items_fills_half_of_a_short_beginning()
    {
        var random = new Random(1);
        var items = Enumerable.Range(0, 1000).Select(item => (item % 2 == 0 ? 0 : item % 10 / 2, (ulong)random.NextInt64())).ToArray();

        var drawn = OrderOf(items).Take(50).Count(item => items[item].Item1 == 0);

        Assert.InRange(drawn, 23, 33);
    }

    private static int[] OrderOf((int Stratum, ulong Chance)[] items) =>
        FairOrder.Of([.. items.Select(item => item.Stratum)], [.. items.Select(item => item.Chance)]);
}
