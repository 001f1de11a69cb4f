namespace Jinbang;

/// <summary>Languages by their codes.</summary>
public static class Languages
{
    /// <summary>The language of a code such as zh, zh-CN, zh_CN.UTF-8, en or en-GB; null for other codes.</summary>
    public static Language? Parse(string code) => code.Split('-', '_', '.')[0].ToUpperInvariant() switch
    {
        "ZH" => Language.Chinese,
        "EN" => Language.English,
        _ => null,
    };

    /// <summary>The code: zh or en.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Chinese => "zh",
        Language.English => "en",
    };
}
