using Jinbang.Runs.Sharing;

namespace Jinbang.Web.Sharing;

/// <summary>What the JSON interface tells of a cluster.</summary>
/// <param name="Silos">Who has joined it, by name.</param>
/// <param name="Runs">Its latest runs, the latest first.</param>
public sealed record ClusterReport(IReadOnlyList<SiloReport> Silos, IReadOnlyList<RunSight> Runs);
