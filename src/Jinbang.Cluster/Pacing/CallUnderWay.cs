namespace Jinbang.Cluster.Pacing;

/// <summary>A call under way, for a desk that did not give it leave.</summary>
/// <param name="Number">The silo's own number of the call.</param>
/// <param name="Bytes">The prompt's length.</param>
/// <param name="Size">Tokens it was reckoned to take.</param>
/// <param name="IsProbe">Whether it tries if a model that failed answers again.</param>
/// <param name="Age">Since it had leave.</param>
internal sealed record CallUnderWay(long Number, int Bytes, double Size, bool IsProbe, TimeSpan Age);
