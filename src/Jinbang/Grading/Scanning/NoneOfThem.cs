namespace Jinbang.Grading.Scanning;

/// <summary>Recognises the statement that no option is right.</summary>
internal static class NoneOfThem
{
    private static readonly PhraseFinder Phrases = new(
        "none of the above", "none of the given", "none of the options", "none of the provided", "none of the choices",
        "none of the answers", "none of these options", "none of these answers", "none of these is correct", "none of these are correct",
        "none of them is correct", "none of them are correct", "no correct answer", "no correct option", "no option is correct",
        "no right answer", "not any of the options", "没有正确选项", "没有正确的选项", "没有正确答案", "没有正确的答案", "无正确选项",
        "无正确答案", "以上都不", "以上皆不", "以上均不", "以上选项都不", "以上选项均不", "都不正确", "均不正确", "皆不正确",
        "没有一个选项", "没有选项正确", "没有一个正确");

    /// <summary>Where a text says so; null when it does not.</summary>
    public static Place? In(ReadOnlySpan<char> text) => Phrases.First(text);
}
