using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Charts;
using SkiaSharp;

namespace Jinbang.Tests.Boards.Charts;

/// <summary>Laws of every picture of every board, on pages and on telephones.</summary>
public sealed class DrawingTests
{
    private const int Boards = 20;

    public static TheoryData<string> Frames => ["page", "phone"];

    [Theory]
    [MemberData(nameof(Frames))]
    public void Every_mark_lies_within_its_picture(string frame) => ChartBoards.AnyPictures.Sample(pictures => Assert.All(Drawn(pictures, frame), drawing => Assert.All(drawing.Shapes, shape =>
    {
        using var path = SKPath.ParseSvgPathData(shape.Path);
        Assert.NotNull(path);
        var bounds = SKRect.Inflate(path.TightBounds, (float)shape.Thickness / 2, (float)shape.Thickness / 2);
        Assert.True(
            bounds.Left >= -0.5 && bounds.Top >= -0.5 && bounds.Right <= drawing.Width + 0.5 && bounds.Bottom <= drawing.Height + 0.5,
            $"{shape} of {drawing.Title} reaches {bounds} of {drawing.Width} × {drawing.Height}");
    })), iter: Boards, threads: 1);

    [Theory]
    [MemberData(nameof(Frames))]
    public void Every_label_lies_within_its_picture(string frame) => ChartBoards.AnyPictures.Sample(pictures => Assert.All(Drawn(pictures, frame), drawing =>
    {
        var all = new Zone(0, 0, drawing.Width, drawing.Height);
        Assert.All(drawing.Labels.Where(label => label.Text.Length > 0), label => Assert.True(all.Holds(ZoneOf(label)), $"{label} in {all}"));
    }), iter: Boards, threads: 1);

    [Theory]
    [MemberData(nameof(Frames))]
    public void No_label_covers_another(string frame) => ChartBoards.AnyPictures.Sample(pictures => Assert.All(Drawn(pictures, frame), drawing =>
    {
        var labels = drawing.Labels.Where(label => !string.IsNullOrWhiteSpace(label.Text)).Select(label => (label, Zone: ZoneOf(label))).OrderBy(label => label.Zone.Top).ToList();
        for (var i = 0; i < labels.Count; i++)
        {
            for (var j = i + 1; j < labels.Count && labels[j].Zone.Top < labels[i].Zone.Bottom; j++)
            {
                Assert.False(labels[i].Zone.Overlaps(labels[j].Zone), $"{labels[i]} covers {labels[j]}");
            }
        }
    }), iter: Boards, threads: 1);

    [Theory]
    [MemberData(nameof(Frames))]
    public void No_letter_is_smaller_than_eleven_pixels(string frame) =>
        Assert.All(ChartBoards.Pictures(Language.English), picture => Assert.All(picture.Draw(TextWidth.Estimate, Of(frame)).Labels, label => Assert.True(label.Size >= 11)));

    [Theory]
    [MemberData(nameof(Frames))]
    public void Fonts_are_looked_for_that_have_every_letter(string frame) => ChartBoards.AnyPictures.Sample(pictures => Assert.All(pictures, picture =>
        Assert.Empty(picture.Draw(TextWidth.Estimate, Of(frame)).Labels.SelectMany(label => label.Text).Except(picture.AllText(Of(frame))))), iter: Boards, threads: 1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(304)]
    public void Boards_of_any_size_are_drawn(int rows)
    {
        var board = new Board("b", Language.English, Board.Ranked(Enumerable.Range(0, rows).Select(i => new BoardRow($"m{i}") { Accuracy = 0.5, CostPerThousand = 0, LikelyRank = new(1, rows) })));
        Assert.Equal(rows == 0 ? 1 : 3, BoardPictures.Of(board).Count);
        Assert.All(Drawn(BoardPictures.Of(board), "page"), drawing => Assert.InRange(drawing.Height, 100, 304 * 24 + 250));
    }

    private static IEnumerable<Drawing> Drawn(IEnumerable<Picture> pictures, string frame) => pictures.Select(picture => picture.Draw(TextWidth.Estimate, Of(frame)));

    private static Frame Of(string frame) => frame == "page" ? Frame.Page : Frame.Phone;

    private static Zone ZoneOf(Label label) => Labels.ZoneOf(label, TextWidth.Estimate(label.Text, label.Size));
}
