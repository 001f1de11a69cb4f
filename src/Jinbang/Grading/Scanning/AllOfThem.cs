namespace Jinbang.Grading.Scanning;

/// <summary>Recognises the statement that every option is right.</summary>
internal static class AllOfThem
{
    private static readonly PhraseFinder Phrases = new(
    [
        "all of the above", "all the above", "every option is correct", "every option is right", "every statement is correct", "every statement is true", .. Said(),
        "全选", "全部选", "选全部", "全部正确", "全部都正确", "全都正确", "全对", "以上都是", "以上皆是", "以上均是", "以上全是", "以上全部", "以上所有选项", "都选", .. SaidInChinese(),
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

    private static IEnumerable<string> SaidInChinese() =>
        from subject in (string[])["四个选项", "五个选项", "四项", "五项", "四项说法", "四种说法", "四个说法", "所有选项", "所有说法", "以上", "以上选项", "以上说法", "以上各项", "上述选项", "上述说法", "各项", "各选项", "每一项", "每个选项"]
        from all in (string[])["都", "均", "皆", "全部", "全都", "都是", "均是"]
        from right in (string[])["正确", "对", "符合题意"]
        select $"{subject}{all}{right}";
}
