using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Web.Models;

/// <summary>The catalogue's models, with the workspace's own beside them.</summary>
/// <param name="Shelf">The catalogue.</param>
/// <param name="Lines">Every model: those of the workspace first, then the catalogue's order.</param>
/// <param name="Own">The names of those that the workspace names.</param>
internal sealed record KnownModels(ModelShelf Shelf, IReadOnlyList<ModelLine> Lines, IReadOnlySet<string> Own)
{
    /// <summary>The houses, in the order of their names.</summary>
    public IReadOnlyList<string> Houses { get; } = [.. Lines.Select(line => line.House).Where(house => house.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The providers, in the order of their names.</summary>
    public IReadOnlyList<string> Providers { get; } = [.. Lines.SelectMany(line => line.Providers).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    /// <summary>What the workspace and the catalogue say together.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="roster">Its models.</param>
    /// <param name="tellsKeys">Whether it may be told which keys are here, and at which addresses the workspace has models of its own.</param>
    public static KnownModels Of(Workspace workspace, Roster roster, bool tellsKeys)
    {
        var shelf = tellsKeys ? roster.Shelf : roster.ShelfWithoutKeys;
        var own = workspace.Models.DistinctBy(model => model.Name).Select(model => OwnLine(model, shelf, roster, tellsKeys)).ToList();
        var names = own.Select(line => line.Name).ToHashSet();
        return new(shelf, [.. own, .. shelf.All.Where(model => !names.Contains(model.Name)).Select(model => shelf.Line(model, null))], names);
    }

    /// <summary>The line of a model by its name; null when there is none.</summary>
    public ModelLine? Find(string name) => Lines.FirstOrDefault(line => line.Name == name) ?? (Shelf.Find(name) is { } listed ? Shelf.Line(listed, null) : null);

    private static bool IsAddress(string provider) => provider.Contains("://", StringComparison.Ordinal);

    private static ModelLine OwnLine(WorkspaceModel entry, ModelShelf shelf, Roster roster, bool tellsKeys)
    {
        var (model, listed) = (roster.Describe(entry.Name), shelf.Find(entry.KnownAs));
        var host = HostOf(model.Provider, tellsKeys);
        var line = listed is null ? new ModelLine(model.Name, model.House, model.Openness) : shelf.Line(listed, model.Provider.Length > 0 ? model.Provider : null);
        return line with
        {
            Name = model.Name,
            House = model.House,
            Openness = model.Openness,
            PricedBy = host,
            Input = model.Price?.InputPerMillion,
            Output = model.Price?.OutputPerMillion,
            Currency = model.Price?.Currency,
            PriceDate = model.Price?.Date,
            OutputYuan = model.Price?.InYuan()?.Output,
            Providers = host.Length > 0 ? [host] : line.Providers,
            Keys = tellsKeys && (IsAddress(model.Provider) || roster.HasKey(model.Provider)) ? [host] : [],
            IsRetired = false,
        };
    }

    // An address may hold a password or a key, which are nobody's to see; strangers do not see even its host.
    private static string HostOf(string provider, bool isTold) => !IsAddress(provider) ? provider
        : isTold && Uri.TryCreate(provider, UriKind.Absolute, out var address) ? address.Authority : "";
}
