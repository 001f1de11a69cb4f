namespace Jinbang.Exams.Checks;

/// <summary>Detects the language of a text by the share of Chinese characters among their letters.</summary>
internal static class TextLanguage
{
    private const int Enough = 100_000;

    // Chinese says in one character what takes five letters, and its formulas are Latin; English quotes a word or two.
    private const double ShareOfChinese = 0.15;

    public static Language Detect(IEnumerable<char> text)
    {
        var (chinese, letters) = (0, 0);
        foreach (var c in text.Take(Enough))
        {
            chinese += c is (>= '\u2E80' and <= '\u2FDF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return chinese > letters * ShareOfChinese ? Language.Chinese : Language.English;
    }
}
