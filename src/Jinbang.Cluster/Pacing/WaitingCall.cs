namespace Jinbang.Cluster.Pacing;

/// <summary>A call that waits for leave to begin.</summary>
/// <param name="Number">The silo's own number of the call.</param>
/// <param name="Bytes">The prompt's length.</param>
internal sealed record WaitingCall(long Number, int Bytes);
