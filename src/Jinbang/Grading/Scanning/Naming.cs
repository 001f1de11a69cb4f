namespace Jinbang.Grading.Scanning;

/// <summary>By what a reply names options.</summary>
internal enum Naming
{
    /// <summary>By letter, with or without its text: "B", "B. London".</summary>
    Letter,

    /// <summary>By text: "London".</summary>
    Text,

    /// <summary>By place: "the second option", "②".</summary>
    Position,
}
