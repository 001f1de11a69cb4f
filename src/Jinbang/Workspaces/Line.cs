using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>The models that stand in line to be examined.</summary>
/// <param name="Models">The models, not yet made ready.</param>
/// <param name="Origin">Why it is these.</param>
public sealed record Line(IReadOnlyList<WorkspaceModel> Models, Origin Origin);
