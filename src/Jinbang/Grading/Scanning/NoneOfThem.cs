namespace Jinbang.Grading.Scanning;

/// <summary>Recognises the statement that no option is right, be it by the fault of the question.</summary>
internal static class NoneOfThem
{
    private static readonly PhraseFinder Phrases = new(
    [
        "none of the above", "none of the given", "none of the options", "none of the provided", "none of the choices",
        "none of the answers", "none of these options", "none of these answers", "none of these is correct", "none of these are correct",
        "none of these choices", "none of these is right", "none of these are right", "none of these fits", "none of these fit", "none is correct", "none are right",
        "none of them is right", "none of them are right", "none of the four", "no answer is correct", "no choice is correct", "no correct choice", "no right option", "none of them is correct", "none of them are correct", "none are correct", "no correct answer", "no correct option",
        "no option is correct", "no right answer", "not any of the options", "not listed among", "not listed in", "no single best answer", "not in the options", .. NotThere(), "all options are incorrect", "all of the options are incorrect",
        "all the options are incorrect", "options are incorrect", "question is flawed", "question is incorrect", "question is invalid",
        "没有正确选项", "没有正确的选项", "没有正确答案", "没有正确的答案", "无正确选项", "无正确答案", "没有给出正确", "没有符合题意",
        "以上都不", "以上皆不", "以上均不", "以上皆非", "以上都非", "以上选项都不", "以上选项均不", "都不正确", "均不正确", "皆不正确", "选项都不",
        "没有一个选项", "没有选项正确", "没有一个正确", "不在选项中", "不在给出的选项", "选项中没有正确", "所有选项都错", "所有选项都是错误",
        "数据有误", "题干有误", "条件有误", "无法得出正确", "四个选项都没有", "四个选项均没有", "四个选项都无", "四个选项均无", "四项都没有", "四项均没有",
        "题目有误", "题目可能有误", "题目可能存在错误", "题目存在错误", "题目数据有误", "题目出错", "题目可能出错", "题目有错", "题目无解", "此题无解", "本题无解",
    ]);

    private static readonly PhraseFinder Whole = new("none of these", "none of them", "none of those");

    /// <summary>Where a text says so; null when it does not.</summary>
    public static Place? In(ReadOnlySpan<char> text)
    {
        for (var from = 0; Phrases.Next(text, from) is { } said; from = said.Start + 1)
        {
            if (!IsOfSome(text, said.Start))
            {
                return said;
            }
        }

        return null;
    }

    /// <summary>Whether a text begins with words that say so when they are a whole sentence: "None of these."</summary>
    public static Place? Alone(ReadOnlySpan<char> text)
    {
        var at = Marks.SkipDressing(text, 0);
        if (!Whole.IsAt(text, at))
        {
            return null;
        }

        var stop = text[at..].IndexOfAny(".,;!\n");
        var end = stop < 0 ? text.Length : at + stop;
        return text[at..end].Trim().Count(' ') == 2 ? new(at, end - at) : null;
    }

    // "The other options are incorrect" and "A、B、D都不正确" leave one.
    private static bool IsOfSome(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - 24)..at].TrimEnd(" 选项的说法)");
        foreach (var some in (ReadOnlySpan<string>)["other", "remaining", "others", "其他", "其余", "其它", "另外", "两个", "三个", "两项", "三项", "剩下", "剩余"])
        {
            if (before.EndsWith(some, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return before is [.., >= 'A' and <= 'J'] && Marks.IsWordEdge(before, before.Length - 1);
    }

    // "is not one of the options", "isn't among the choices", "does not match any of the given".
    private static IEnumerable<string> NotThere() =>
        from absent in (string[])["not one of", "isn't one of", "not among", "isn't among", "not listed in", "isn't listed in", "not listed among", "not match any of", "doesn't match any of", "don't match any of", "not correspond to any of"]
        from noun in (string[])["the options", "the choices", "the answers", "the given", "the listed", "these options", "these choices"]
        select $"{absent} {noun}";

    /// <summary>Whether it is said at a place.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int at) => Phrases.IsAt(text, at);
}
