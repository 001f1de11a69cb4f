namespace Jinbang.Runs.Marks;

/// <summary>One line of the audit trail.</summary>
/// <param name="Said">What a person said.</param>
/// <param name="State">What has become of it.</param>
public sealed record TrailedMark(LedgerMark Said, MarkState State);
