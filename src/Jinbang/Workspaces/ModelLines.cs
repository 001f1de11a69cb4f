namespace Jinbang.Workspaces;

/// <summary>Puts lists of models in order.</summary>
public static class ModelLines
{
    /// <summary>The same lines in an order; what is unknown comes last.</summary>
    public static IEnumerable<ModelLine> InOrder(this IEnumerable<ModelLine> lines, ModelOrder order) => order switch
    {
        ModelOrder.Catalogue => lines,
        ModelOrder.Name => lines.OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase),
        ModelOrder.House => lines.OrderBy(line => line.House, StringComparer.Ordinal).ThenBy(line => line.Name, StringComparer.OrdinalIgnoreCase),
        ModelOrder.Price => lines.OrderBy(line => line.OutputYuan ?? decimal.MaxValue),
        ModelOrder.Context => lines.OrderByDescending(line => line.Context ?? 0),
        ModelOrder.Size => lines.OrderByDescending(line => line.Parameters ?? 0),
        ModelOrder.Released => lines.OrderByDescending(line => line.Released ?? DateOnly.MinValue),
    };
}
