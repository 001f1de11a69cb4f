namespace Jinbang.Grading.Scanning;

/// <summary>A place in a text where a cue stands.</summary>
internal readonly record struct Cue(CueKind Kind, int Start, int End);
