using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>What a model's name means: an entry of the workspace, else one of the catalogue, at a host where it tells one
/// (<c>NAME@PROVIDER</c>).</summary>
public sealed class ModelNames(Workspace workspace, Catalogue catalogue)
{
    /// <summary>Those of the entries that have this name, alone or with their host; else what the name alone says.</summary>
    public IReadOnlyList<WorkspaceModel> Find(string name, IEnumerable<WorkspaceModel> entries)
    {
        var own = entries.Where(entry => entry.Name == name || entry.CatalogueName == name).ToList();
        return [.. (own.Count > 0 ? own : [new WorkspaceModel(name)]).Select(AtHost)];
    }

    /// <summary>The model at the host that its name tells, with the settings that the workspace has for it there or anywhere.</summary>
    public WorkspaceModel AtHost(WorkspaceModel model)
    {
        if (model.Provider is not null || Hosting.Split(model.Name) is not var (bare, host) || !IsHost(bare, host, model.Name))
        {
            return model;
        }

        var own = workspace.Models.FirstOrDefault(entry => entry.Name == bare && (entry.Provider ?? host) == host);
        return (own is null ? model : own with { Price = own.Provider is null ? null : own.Price }) with
        {
            Name = model.Name,
            CatalogueName = bare,
            Provider = host,
        };
    }

    // Elsewhere the sign is a part of the name.
    private bool IsHost(string bare, string host, string whole) =>
        catalogue.Listed(whole) is null && (catalogue.Provider(host) is not null || catalogue.Listed(bare) is not null);
}
