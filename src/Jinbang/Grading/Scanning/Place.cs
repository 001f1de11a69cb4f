namespace Jinbang.Grading.Scanning;

/// <summary>Where in a reply something stands.</summary>
internal readonly record struct Place(int Start, int Length);
