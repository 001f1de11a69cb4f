namespace Jinbang.Runs.Search;

/// <summary>Where words are looked for.</summary>
public enum SearchPlace
{
    /// <summary>In replies, and in questions where few enough have the words.</summary>
    Anywhere,

    /// <summary>In replies alone.</summary>
    Reply,

    /// <summary>In questions, their passages and options alone.</summary>
    Question,
}
