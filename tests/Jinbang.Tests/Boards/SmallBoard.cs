using System.Text;
using Jinbang.Boards;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Formats;
using Jinbang.Models;

namespace Jinbang.Tests.Boards;

/// <summary>A made-up board with every kind of row, and ways to look at what formats make of it.</summary>
internal static class SmallBoard
{
    /// <summary>What somebody who wants to break a page might name a model.</summary>
    public const string Hostile = "=1+1|<script>alert('x')</script>`a`\r\n|b|\u202E[c](http://d)![e](f) *g* _h_ \\ \uD83D";

    public static Board In(Language language) => new(language == Language.Chinese ? "识字" : "Letters", language, Board.Ranked(
    [
        new("甲-7b") { House = "云山", Openness = Openness.Open, Accuracy = 0.9, IsNew = true, Seconds = 2.5, Tokens = 300.4, CostPerThousand = 1.25m },
        new("b-mini") { House = "Harbor", Openness = Openness.Commercial, Accuracy = 0.0625, Seconds = 11, Coverage = new(40, 38, 2) { CutOff = 1 } },
        new("none-right") { Accuracy = 0, CostPerThousand = 0, Coverage = new(40, 40, 0) },
        new("never-asked") { House = "Harbor" },
    ]))
    {
        ChanceLevel = 0.24,
        Questions = 40,
        Edition = "v1",
        Notes = [new("Made up, to show every case.", "虚构的榜单，演示各种情形。")],
    };

    public static Board WithModel(string name) => new(name, Language.Chinese, Board.Ranked([new(name) { House = name, Accuracy = 0.5 }]));

    public static string Text(BoardFormat format, Board board) => Encoding.UTF8.GetString(Bytes(format, board));

    /// <summary>The board's own picture.</summary>
    public static string Text(PictureFormat format, Board board) => Encoding.UTF8.GetString(Bytes(format, board));

    public static byte[] Bytes(PictureFormat format, Board board) => Bytes(format, BoardPictures.Bars(board));

    public static byte[] Bytes(PictureFormat format, Picture picture)
    {
        using var stream = new MemoryStream();
        format.Write(picture, stream);
        return stream.ToArray();
    }

    public static byte[] Bytes(BoardFormat format, Board board)
    {
        using var stream = new MemoryStream();
        format.Write(board, stream);
        return stream.ToArray();
    }
}
