namespace Jinbang.Exams.Formats;

/// <summary>The codes and names of the languages of exams.</summary>
internal static class LanguageNames
{
    /// <summary>The language of a code such as "zh" or "en", or null.</summary>
    public static Language? Find(string? code) => code switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };

    public static string Code(Language language) => language switch
    {
        Language.Chinese => "zh",
        Language.English => "en",
    };

    /// <summary>The exam has no text in the language asked for.</summary>
    public static BadInputException Missing(string path, Language asked, IReadOnlyList<Language> has)
    {
        var codes = string.Join(", ", has.Select(Code));
        return new(new(
            $"The exam \"{path}\" is not written in {Code(asked)}; it has {codes}. Ask for one of these.",
            $"试卷“{path}”没有 {Code(asked)} 语言的内容；现有：{codes}。请改用其中一种。"));
    }
}
