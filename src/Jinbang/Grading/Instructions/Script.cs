namespace Jinbang.Grading.Instructions;

/// <summary>The scripts that tell languages apart.</summary>
internal enum Script
{
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Thai,
    Hangul,
    Kana,
    Han,
}
