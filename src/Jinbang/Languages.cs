namespace Jinbang;

/// <summary>Languages by their codes.</summary>
public static class Languages
{
    /// <summary>The environment variable that goes before the locale.</summary>
    public const string Variable = "JINBANG_LANG";

    private static readonly string[] Variables = [Variable, "LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language of a code such as zh, zh-CN, zh_CN.UTF-8, en or en-GB; null for other codes.</summary>
    public static Language? Parse(string code) => code.Split('-', '_', '.')[0].ToUpperInvariant() switch
    {
        "ZH" => Language.Chinese,
        "EN" => Language.English,
        _ => null,
    };

    /// <summary>The language to speak to a user in: by JINBANG_LANG, else by the locale, else English.</summary>
    /// <param name="variable">Looks an environment variable up.</param>
    public static Language Spoken(Func<string, string?> variable) =>
        Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } told
            ? Parse(told) ?? Language.English
            : Language.English;

    /// <summary>The code: zh or en.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Chinese => "zh",
        Language.English => "en",
    };
}
