namespace Jinbang.Exams.Formats;

/// <summary>The languages that an exam is written in.</summary>
internal static class LanguageNames
{
    /// <summary>The language of a code such as "zh" or "en", or null.</summary>
    public static Language? Find(string? code) => code switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>The exam has no text in the language asked for.</summary>
    public static BadInputException Missing(string path, Language asked, IReadOnlyList<Language> has)
    {
        var codes = string.Join(", ", has.Select(language => language.Code()));
        return new(new(
            $"The exam \"{path}\" is not written in {asked.Code()}; it has {codes}. Ask for one of these.",
            $"试卷“{path}”没有 {asked.Code()} 语言的内容；现有：{codes}。请改用其中一种。"));
    }
}
