namespace Jinbang;

/// <summary>A language that exams are written in and that users are spoken to in.</summary>
public enum Language
{
    /// <summary>Simplified Chinese (zh).</summary>
    Chinese,

    /// <summary>English (en).</summary>
    English,
}
