namespace Jinbang.Runs.Sharing;

/// <summary>Why a program cannot work on a run.</summary>
/// <param name="Holder">What people call the program.</param>
/// <param name="Why">Why, such as for want of a key.</param>
public sealed record Refusal(string Holder, Phrase Why);
