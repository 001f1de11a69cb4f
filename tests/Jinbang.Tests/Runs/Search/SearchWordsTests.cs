using System.Text;
using CsCheck;
using Jinbang.Runs.Search;

namespace Jinbang.Tests.Runs.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Answer: B", "answer b")]
    [InlineData("失重状态", "失 失重 重 重状 状 状态 态")]
    [InlineData("用GPT-4模型", "用 gpt 4 模 模型 型")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("𠮷野家", "𠮷 𠮷野 野 野家 家")]
    [InlineData("，。!?", "")]
    [InlineData("\ue000every", "every")]
    public void Texts_are_cut_into_words_characters_and_pairs(string text, string words)
    {
        var cut = new StringBuilder();
        SearchText.Cut(text, cut);
        Assert.Equal(words, cut.ToString().Trim());
    }

    [Theory]
    [InlineData("art", "party art", "6+3")]
    [InlineData("ART*", "party Artful", "6+3")]
    [InlineData("学", "数学和化学", "1+1|4+1")]
    [InlineData("\"the answer\"", "The answer, the  answer", "0+10")]
    [InlineData("x=3", "so x=3.", "3+3")]
    [InlineData("mass 质量", "质量 is mass", "0+2|6+4")]
    [InlineData("“光 速”", "光 速", "0+3")]
    public void Words_are_found_where_they_stand(string typed, string text, string places) =>
        Assert.Equal(places, string.Join('|', SearchWords.Of(typed).Find(text, 9).Select(place => $"{place.Start}+{place.Length}")));

    [Theory]
    [InlineData("")]
    [InlineData("  ，。 ")]
    [InlineData("\"")]
    [InlineData("***")]
    public void What_has_no_letter_looks_for_nothing(string typed) => Assert.True(SearchWords.Of(typed).IsEmpty);

    [Fact]
    public void Whatever_is_typed_whatever_the_text_places_lie_within_it_in_order() => Gen.Select(Gen.String[0, 30], Gen.String[0, 200]).Sample((typed, text) =>
    {
        var at = 0;
        foreach (var (start, length) in SearchWords.Of(typed).Find(text, 50))
        {
            Assert.InRange(start, at, text.Length - length);
            at = start + length;
        }
    });
}
