namespace Jinbang.Runs;

/// <summary>Attempts that one of several at work on a sitting has to itself.</summary>
/// <param name="Sitting">The sitting's key.</param>
/// <param name="First">The place of the first, in the order of the sitting.</param>
/// <param name="Places">How many.</param>
public sealed record Lease(string Sitting, int First, int Places);
