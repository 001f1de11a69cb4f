using CsCheck;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models.Providers;

public sealed class RedactedPiecesTests
{
    private const string Key = "sk-abcdefgh-12345678";

    [Fact]
    public void A_key_is_found_however_a_text_is_cut_into_pieces() => Gen.Select(Gen.String, Gen.String, Gen.Int[1, 7]).Sample((before, after, size) =>
    {
        var told = Told(before + Key + after, size);

        Assert.DoesNotContain(Key, told, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(new Redaction(Key).Of(before + Key + after), told);
    });

    [Fact]
    public void What_only_begins_like_a_key_comes_whole_at_the_end() => Assert.Equal("the key is sk-abc", Told("the key is sk-abc", 3));

    [Fact]
    public void What_is_no_part_of_a_key_is_told_at_once()
    {
        var heard = new List<string>();
        var pieces = new RedactedPieces(new Redaction(Key), heard.Add);
        pieces.Add("one ");
        pieces.Add("two s");
        pieces.Add("ee");

        Assert.Equal(["one ", "two ", "see"], heard);
    }

    private static string Told(string text, int size)
    {
        var heard = new List<string>();
        var pieces = new RedactedPieces(new Redaction(Key), heard.Add);
        foreach (var piece in text.Chunk(size))
        {
            pieces.Add(new string(piece));
        }

        pieces.End();
        return string.Concat(heard);
    }
}
