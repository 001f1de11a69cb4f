namespace Jinbang.Cluster.Pacing;

/// <summary>Leave for a call that waited.</summary>
/// <param name="Number">The silo's own number of the call.</param>
/// <param name="Size">Tokens it is reckoned to take.</param>
/// <param name="IsProbe">Whether it tries if a model that failed answers again.</param>
internal sealed record GrantedPass(long Number, double Size, bool IsProbe);
