using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>How it stands with one model.</summary>
/// <param name="Model">The model's name at its provider.</param>
/// <param name="View">The pace of all silos together.</param>
/// <param name="GivenUp">Why calls that wait wait in vain; null while they do not.</param>
internal sealed record LaneView(string Model, PaceView View, FaultTold? GivenUp);
