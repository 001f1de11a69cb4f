using System.Xml.Linq;
using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Formats;
using SkiaSharp;
using Snapshooter.Xunit3;

namespace Jinbang.Tests.Boards;

public sealed class PictureTests
{
    private static readonly Fonts NoFonts = new([]);

    [Fact]
    public void A_small_board_as_svg_looks_like_this() =>
        Snapshot.Match(SmallBoard.Text(new SvgFormat(), SmallBoard.In(Language.Chinese)), "Board.svg");

    [Fact]
    public void No_name_breaks_the_svg() =>
        Gen.String.Sample(name => Texts(SmallBoard.WithModel(name)).Contains("50.0%"));

    [Fact]
    public void A_hostile_name_is_text_in_the_svg()
    {
        Assert.Contains(Texts(SmallBoard.WithModel("<script>a</script> & \"b\"")), text => text == "<script>a</script> & \"b\"");
        Assert.Contains(Texts(SmallBoard.WithModel("a\u202E\u0000b\r\nc")), text => text == "a b  c");
    }

    [Fact]
    public void A_name_too_long_for_its_column_ends_in_an_ellipsis() =>
        Assert.Contains(Texts(SmallBoard.WithModel(new string('长', 300))), text => text.EndsWith("长…", StringComparison.Ordinal));

    [Fact]
    public void A_picture_grows_with_its_rows()
    {
        Assert.Equal(24 * 300, Height(400) - Height(100));
        static int Height(int rows)
        {
            var board = new Board("b", Language.English, Board.Ranked(Enumerable.Range(0, rows).Select(i => new BoardRow($"m{i}"))));
            return (int)XDocument.Parse(SmallBoard.Text(new SvgFormat(), board)).Root!.Attribute("height")!;
        }
    }

    [Fact]
    public void A_picture_of_chinese_labels_shows_them()
    {
        var board = SmallBoard.In(Language.Chinese);
        using var picture = SKBitmap.Decode(SmallBoard.Bytes(new PngFormat(FontsOrSkip(board)), board));
        Assert.Equal(2000, picture.Width);

        // The title's two first characters stand here; two blanks or boxes would not differ.
        Assert.NotEqual(Ink(picture, 64, 106), Ink(picture, 108, 150));
        Assert.True(Ink(picture, 64, 106) > 200 && Ink(picture, 108, 150) > 200);
    }

    [Fact]
    public void Latin_labels_are_drawn_with_any_font()
    {
        var board = new Board("Latin", Language.English, Board.Ranked([new("model") { Accuracy = 0.5 }]));
        using var picture = SKBitmap.Decode(SmallBoard.Bytes(new PngFormat(FontsOrSkip(board)), board));
        Assert.True(Ink(picture, 64, 200) > 200);
    }

    [Fact]
    public void Without_a_font_there_is_no_picture_but_a_sentence_on_how_to_get_one()
    {
        using var stream = new MemoryStream();
        var problem = Assert.Throws<BadInputException>(() => new PngFormat(NoFonts).Write(BoardPictures.Bars(SmallBoard.In(Language.Chinese)), stream));
        Assert.Contains("apt-get install fonts-noto-cjk", problem.Problem.English);
        Assert.Contains("JINBANG_FONT", problem.Problem.Chinese);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void A_character_that_no_font_has_is_named()
    {
        const string Unassigned = "\u0378";
        var problem = Assert.Throws<BadInputException>(
            () => SmallBoard.Bytes(new PngFormat(Fonts.OfMachine(null)), SmallBoard.WithModel("a" + Unassigned)));
        Assert.Contains(Unassigned, problem.Message);
    }

    [Fact]
    public void A_font_file_that_is_none_is_an_error() =>
        Assert.Contains("JINBANG_FONT", Assert.Throws<BadInputException>(() => Fonts.OfMachine("/no/such.ttf")).Message);

    private static IEnumerable<string> Texts(Board board) =>
        [.. XDocument.Parse(SmallBoard.Text(new SvgFormat(), board)).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];

    private static Fonts FontsOrSkip(Board board)
    {
        var fonts = Fonts.OfMachine(null);
        try
        {
            _ = SmallBoard.Bytes(new PngFormat(fonts), board);
        }
        catch (BadInputException)
        {
            Component.Missing(board.Language == Language.Chinese
                ? "no font covers Chinese; apt-get install fonts-noto-cjk"
                : "no font is installed; apt-get install fonts-dejavu-core");
        }

        return fonts;
    }

    private static int Ink(SKBitmap picture, int left, int right) =>
        Enumerable.Range(left, right - left).Sum(x => Enumerable.Range(60, 60).Count(y => picture.GetPixel(x, y).Red < 128));
}
