namespace Jinbang.Runs.Sharing;

/// <summary>A range of places of a sitting's plan that one holder works on.</summary>
/// <param name="Sitting">The sitting's key.</param>
/// <param name="First">The first place.</param>
/// <param name="Places">How many.</param>
public sealed record Lease(string Sitting, int First, int Places);
