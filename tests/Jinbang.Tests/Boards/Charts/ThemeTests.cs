using System.Globalization;
using Jinbang.Boards.Charts;

namespace Jinbang.Tests.Boards.Charts;

/// <summary>Contrast as WCAG 2 defines it: 4.5 for texts, 3 for marks.</summary>
public sealed class ThemeTests
{
    private static readonly Tone[] Grounds = [Tone.Paper, Tone.Stripe];

    private static readonly Tone[] Marks =
    [
        Tone.Ink, Tone.Faint, Tone.Commercial, Tone.Open, Tone.Unknown, Tone.Accent, Tone.Alarm,
        Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6,
    ];

    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Texts_stand_out_from_what_is_behind_them(string theme) => Assert.All(
        from text in new[] { Tone.Ink, Tone.Faint } from ground in Grounds select (text, ground),
        pair => Assert.True(Contrast(theme, pair.text, pair.ground) >= 4.5, $"{pair}: {Contrast(theme, pair.text, pair.ground):0.00}"));

    [Theory]
    [MemberData(nameof(Themes))]
    public void Marks_stand_out_from_what_is_behind_them(string theme) => Assert.All(
        from mark in Marks from ground in Grounds select (mark, ground),
        pair => Assert.True(Contrast(theme, pair.mark, pair.ground) >= 3, $"{pair}: {Contrast(theme, pair.mark, pair.ground):0.00}"));

    [Theory]
    [MemberData(nameof(Themes))]
    public void Figures_are_read_on_every_step_of_a_heat_map(string theme)
    {
        var heat = new HeatScale([0, 1]);
        Assert.All(
            Enumerable.Range(0, 101).Select(percent => percent / 100.0),
            share => Assert.True(Contrast(theme, heat.TextOn(share), heat.ToneOf(share)) >= 4.5, $"{share}: {Contrast(theme, heat.TextOn(share), heat.ToneOf(share)):0.00}"));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Steps_of_a_heat_map_go_one_way(string theme)
    {
        var steps = Enumerable.Range(0, 7).Select(step => Luminance(Of(theme).Of(Tone.Heat1 + step))).ToList();
        Assert.Equal(theme == "light" ? steps.OrderDescending() : steps.Order(), steps);
        Assert.Equal(7, steps.Distinct().Count());
    }

    [Fact]
    public void A_style_sheet_gets_a_colour_for_every_variable()
    {
        foreach (var tone in Enum.GetValues<Tone>().Where(tone => tone != Tone.None))
        {
            var property = Theme.Variables.Of(tone)["var(".Length..^1];
            Assert.Contains($"{property}:{Theme.Dark.Of(tone)};", Theme.Dark.Css, StringComparison.Ordinal);
        }

        Assert.Equal("none", Theme.Variables.Of(Tone.None));
    }

    private static Theme Of(string theme) => theme == "light" ? Theme.Light : Theme.Dark;

    private static double Contrast(string theme, Tone one, Tone other)
    {
        var (a, b) = (Luminance(Of(theme).Of(one)), Luminance(Of(theme).Of(other)));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        0.2126 * Linear(colour[1..3]) + 0.7152 * Linear(colour[3..5]) + 0.0722 * Linear(colour[5..7]);

    private static double Linear(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
