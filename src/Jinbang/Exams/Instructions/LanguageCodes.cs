using System.Collections.Frozen;

namespace Jinbang.Exams.Instructions;

/// <summary>The languages that an instruction can ask for.</summary>
public static class LanguageCodes
{
    /// <summary>Their codes: ISO 639-1, and zh-cn and zh-tw for Chinese in simplified and traditional characters.</summary>
    public static FrozenSet<string> All { get; } =
        ("af ar bg bn ca cs cy da de el en es et fa fi fr gu he hi hr hu id it ja kn ko lt lv mk ml mr ne nl no pa pl pt ro ru "
            + "sk sl so sq sv sw ta te th tl tr uk ur vi zh zh-cn zh-tw").Split(' ').ToFrozenSet();
}
