namespace Jinbang.Statistics;

/// <summary>Points of models on the same items, 0 to 1; NaN where a model has none.</summary>
public sealed class ScoreMatrix
{
    private readonly float[] values;

    /// <param name="models">How many models.</param>
    /// <param name="items">How many items.</param>
    public ScoreMatrix(int models, int items)
    {
        (Models, Items) = (models, items);
        values = new float[models * items];
        Array.Fill(values, float.NaN);
    }

    /// <summary>How many models.</summary>
    public int Models { get; }

    /// <summary>How many items.</summary>
    public int Items { get; }

    /// <summary>What each item counts for; null when all count alike.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>The number of the cluster that each item belongs to: items of one cluster are not independent; null when all are.</summary>
    public IReadOnlyList<int>? Clusters { get; init; }

    /// <summary>The points of one model, item by item.</summary>
    public Span<float> Of(int model) => values.AsSpan(model * Items, Items);
}
