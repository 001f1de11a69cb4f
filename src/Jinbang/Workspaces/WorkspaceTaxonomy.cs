using Jinbang.Boards.Taxonomies;
using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>Where a workspace's taxonomy is.</summary>
public static class WorkspaceTaxonomy
{
    /// <summary>Its file, or <see cref="TaxonomyFile.Standard"/>; null when it names none.</summary>
    public static string? FileOf(Workspace workspace) =>
        workspace.Taxonomy is { } file && file != TaxonomyFile.Standard ? workspace.Locate(file) : workspace.Taxonomy;
}
