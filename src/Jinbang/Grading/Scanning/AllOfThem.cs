namespace Jinbang.Grading.Scanning;

/// <summary>Recognises the statement that every option is right.</summary>
internal static class AllOfThem
{
    private static readonly PhraseFinder Phrases = new(
    [
        "all of the above", "all the above", "every option is correct", "every option is right", "every statement is correct", "every statement is true", .. Said(),
        "全选", "全部选", "选全部", "全部正确", "全部都正确", "全都正确", "全对", "以上都对",
        "以上都是", "以上皆是", "以上均是", "以上全是", "以上全部", "以上都正确", "以上均正确", "以上皆正确", "以上说法都正确", "以上选项都正确",
        "以上所有选项", "所有选项都正确", "所有选项均正确", "所有选项都是正确", "四个选项都正确", "四个选项均正确", "四个选项都对", "五个选项都正确", "五个选项均正确", "四项都正确", "四项均正确", "都选",
    ]);

    /// <summary>Where a text says so; null when it does not.</summary>
    public static Place? In(ReadOnlySpan<char> text) => Phrases.First(text);

    /// <summary>Whether it is said at a place.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int at) => Phrases.IsAt(text, at);

    // "all options are correct", "all four statements are true", "all of these are right".
    private static IEnumerable<string> Said() =>
        from count in (string[])["all", "all of the", "all the", "all of these", "all these", "all four", "all five", "all of them", "all of the four", "all of the five"]
        from noun in (string[])["", " options", " statements", " answers", " choices"]
        from right in (string[])["correct", "right", "true"]
        select $"{count}{noun} are {right}";
}
