namespace Jinbang.Exams;

/// <summary>One thing that an answer to an open question earns points for.</summary>
/// <param name="Points">The most points it earns, above 0.</param>
/// <param name="Text">What earns them.</param>
public sealed record Criterion(decimal Points, string Text);
