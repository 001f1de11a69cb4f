using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Charts;

namespace Jinbang.Tests.Boards.Charts;

public sealed class ChartPartsTests
{
    [Fact]
    public void A_log_scale_holds_all_amounts_and_marks_some() =>
        Gen.Double[-6, 6].Select(power => Math.Pow(10, power)).Array[1, 20].Sample(amounts =>
        {
            var scale = new LogScale(amounts, 100, 900);
            Assert.All(amounts, amount => Assert.InRange(scale.At(amount), 99.9, 900.1));
            Assert.InRange(scale.Ticks.Count(), 2, 20);
            Assert.All(scale.Ticks, tick => Assert.InRange(tick.At, 99.9, 900.1));
        });

    [Theory]
    [InlineData(1, "1")]
    [InlineData(7, "1 2 3 4 5 6 7")]
    [InlineData(103, "1 10 20 30 40 50 60 70 80 90 100")]
    public void Axes_of_ranks_mark_round_ones(int count, string ticks) => Assert.Equal(ticks, string.Join(' ', RankTicks.Of(count, 14)));

    [Fact]
    public void Wrapped_text_loses_nothing_but_spaces() => Gen.String[0, 80].Sample(text =>
    {
        var lines = TextWidth.Wrap(Plain.Text(text), 12, 60, int.MaxValue, TextWidth.Estimate).ToList();
        return string.Concat(lines).Replace(" ", "", StringComparison.Ordinal) == Plain.Text(text).Replace(" ", "", StringComparison.Ordinal);
    });

    [Fact]
    public void Words_are_kept_whole_where_they_fit() =>
        Assert.Equal(["left out:", "alpha,", "beta"], TextWidth.Wrap("left out: alpha, beta", 10, 55, 9, TextWidth.Estimate));

    [Fact]
    public void Names_at_one_place_are_all_written_and_none_over_another()
    {
        var sketch = new Sketch(TextWidth.Estimate, Frame.Page, Language.English);
        var placer = new LabelPlacer(sketch, new Zone(0, 0, 1000, 500));
        placer.Block(Zone.Around(500, 250, 6));
        Assert.All(Enumerable.Range(0, 4), i => Assert.True(placer.Place($"model-{i}", 500, 250, 6)));
        var zones = sketch.Finish("t", "d", 500).Labels.Select(label => Labels.ZoneOf(label, TextWidth.Estimate(label.Text, label.Size))).ToList();
        Assert.Equal(4, zones.Count);
        Assert.DoesNotContain(zones, zone => zones.Any(other => other != zone && zone.Overlaps(other)));
    }

    [Fact]
    public void A_name_without_room_is_left_out()
    {
        var placer = new LabelPlacer(new Sketch(TextWidth.Estimate, Frame.Page, Language.English), new Zone(0, 0, 1000, 500));
        placer.Block(new Zone(0, 0, 1000, 500));
        Assert.False(placer.Place("model", 500, 250, 6));
    }
}
