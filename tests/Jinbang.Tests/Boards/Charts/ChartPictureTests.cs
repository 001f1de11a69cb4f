using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Jinbang.Boards;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Editions;
using Jinbang.Boards.Formats;
using SkiaSharp;
using Snapshooter.Xunit3;

namespace Jinbang.Tests.Boards.Charts;

public sealed class ChartPictureTests
{
    public static TheoryData<string> Suffixes => ["", "-value", "-time", "-ranks", "-fields", "-radar", "-history", "-items"];

    [Theory]
    [MemberData(nameof(Suffixes))]
    public void A_picture_of_a_small_board_looks_like_this(string suffix) => Snapshot.Match(Svg(Picture(suffix, Language.Chinese)), $"Chart{suffix}.svg");

    [Fact]
    public void On_a_telephone_the_bars_stand_below_the_names() =>
        Snapshot.Match(Svg(Picture("", Language.English), frame: Frame.Phone), "Chart.phone.svg");

    [Theory]
    [MemberData(nameof(Suffixes))]
    public void A_picture_is_told_to_who_cannot_see_it(string suffix)
    {
        var svg = XDocument.Parse(Svg(Picture(suffix, Language.English))).Root!;
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal(["title", "desc"], svg.Elements().Take(2).Select(element => element.Name.LocalName));
        Assert.All(svg.Elements().Take(2), element => Assert.NotEmpty(element.Value));
        Assert.NotEmpty(Picture(suffix, Language.English).Alternative.Chinese);
    }

    [Theory]
    [MemberData(nameof(Suffixes))]
    public void Themes_differ_in_colours_only(string suffix)
    {
        var picture = Picture(suffix, Language.English);
        var (light, dark) = (Svg(picture), Svg(picture, Theme.Dark));
        Assert.NotEqual(light, dark);
        Assert.Equal(Colourless(light), Colourless(dark));
        Assert.DoesNotContain("#", Svg(picture, Theme.Variables), StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_show()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = ChartBoards.Pictures(Language.English).Select(picture => Svg(picture)).ToList();
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(expected, ChartBoards.Pictures(Language.English).Select(picture => Svg(picture)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Suffixes))]
    public void Hostile_names_are_text_in_every_picture(string suffix)
    {
        var small = ChartBoards.Small(Language.English);
        var board = small with { Title = SmallBoard.Hostile, Rows = [.. small.Rows.Select(row => row with { Model = SmallBoard.Hostile, House = SmallBoard.Hostile })] };
        IEnumerable<Picture> pictures =
        [
            .. BoardPictures.Of(board),
            ScorePictures.Of(new ScoreHistory("a", SmallBoard.Hostile, ChartBoards.Points(SmallBoard.Hostile), [new(SmallBoard.Hostile, [0.5])]), Language.English),
            ScorePictures.Of(ChartBoards.Items with { Rows = [ChartBoards.Item(SmallBoard.Hostile, 0.5, -0.5, true)] }, Language.English),
        ];
        var svg = XDocument.Parse(Svg(pictures.Single(picture => picture.Suffix == suffix)));
        Assert.Empty(svg.Descendants().Select(element => element.Name.LocalName).Except(["svg", "title", "desc", "path", "g", "text"]));
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "text" && element.Value.Contains("=1+1|<", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-value")]
    [InlineData("-radar")]
    public void A_png_has_the_colours_of_its_theme(string suffix)
    {
        using var picture = SKBitmap.Decode(SmallBoard.Bytes(new PngFormat(FontsOrSkip(), Theme.Dark), Picture(suffix, Language.English)));
        Assert.Equal((2000, SKColor.Parse(Theme.Dark.Of(Tone.Paper))), (picture.Width, picture.GetPixel(0, 0)));
        var ink = SKColor.Parse(Theme.Dark.Of(Tone.Ink));
        Assert.Contains(picture.Pixels, pixel => pixel == ink);
    }

    [Fact]
    public void A_board_without_figures_for_it_has_no_further_picture() =>
        Assert.Equal("", Assert.Single(BoardPictures.Of(SmallBoard.WithModel("a"))).Suffix);

    private static Picture Picture(string suffix, Language language) => ChartBoards.Pictures(language).Single(picture => picture.Suffix == suffix);

    private static string Svg(Picture picture, Theme? theme = null, Frame? frame = null) => Encoding.UTF8.GetString(SmallBoard.Bytes(new SvgFormat(theme, frame), picture));

    private static string Colourless(string svg) => System.Text.RegularExpressions.Regex.Replace(svg, "#[0-9a-f]{6}", "#");

    private static Fonts FontsOrSkip()
    {
        var fonts = Fonts.OfMachine(null);
        try
        {
            using var faces = fonts.Covering("甲a");
        }
        catch (BadInputException)
        {
            Component.Missing("no font covers Chinese; apt-get install fonts-noto-cjk");
        }

        return fonts;
    }
}
