namespace Jinbang.Web.Selecting;

/// <summary>What a recommendation must know of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Accuracy">Share of points, 0 to 1.</param>
/// <param name="Graded">Attempts with a graded reply.</param>
/// <param name="Planned">Attempts planned.</param>
internal sealed record Contestant(string Name, double Accuracy, int Graded, int Planned)
{
    /// <summary>Yuan for a thousand calls; null when unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Median seconds of a reply; null when unknown.</summary>
    public double? Seconds { get; init; }

    /// <summary>Whether it cannot be told apart from the first.</summary>
    public bool IsTied { get; init; }
}
