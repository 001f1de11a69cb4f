using Jinbang.Boards;
using Jinbang.Boards.Cuts;

namespace Jinbang.Web.Models;

/// <summary>Where a model stands on one board, and beside its peers there.</summary>
/// <param name="On">The board.</param>
/// <param name="Row">The model's row.</param>
/// <param name="PeerGroup">Who its peers are.</param>
/// <param name="Peers">How many peers have an accuracy.</param>
/// <param name="PeerMedian">Their median accuracy, 0 to 1; null without peers.</param>
public sealed record ModelScore(ScoredBoard On, BoardRow Row, Phrase PeerGroup, int Peers, double? PeerMedian)
{
    /// <summary>With fewer peers of its price a model is held against everybody.</summary>
    private const int FewestPeers = 4;

    private static readonly Phrase Everybody = new("others", "其他模型");

    /// <summary>The difference to the peers' median, −1 to 1; null when it cannot be told.</summary>
    public double? Lead => Row.Accuracy - PeerMedian;

    /// <summary>What the interval supports: the whole of it lies above or below the peers' median. Beside peers that have everything right, or
    /// nothing, any interval would.</summary>
    public Standing Standing => (Row.AccuracyInterval, PeerMedian) switch
    {
        (_, 0 or 1) => Standing.Neither,
        ({ Low: var low }, { } median) when low > median => Standing.Strength,
        ({ High: var high }, { } median) when high < median => Standing.Weakness,
        _ => Standing.Neither,
    };

    /// <summary>The ranks that the model may have: proven, else likely, else tied, else its place.</summary>
    public string Ranks => (Row.LikelyRank ?? Row.Tied)?.ToString() ?? (Row is { Rank: > 0, Accuracy: not null } ? $"{Row.Rank}" : "/");

    /// <summary>Where a model stands on each of the boards that have it.</summary>
    public static IReadOnlyList<ModelScore> Of(string model, IReadOnlyList<ScoredBoard> boards) =>
        [.. boards.Select(board => Of(model, board)).OfType<ModelScore>()];

    private static ModelScore? Of(string model, ScoredBoard scored)
    {
        var rows = scored.Board.Rows.Where(row => row.PublishedBy is null).ToList();
        if (rows.Find(row => row.Model == model) is not { } own)
        {
            return null;
        }

        var others = rows.FindAll(row => row.Model != model && row.Accuracy is not null);
        var band = Bands.Of(CutKind.Price, scored.Board).FirstOrDefault(band => band.Condition.Of(own) == Truth.True);
        var alike = band is null ? [] : others.FindAll(row => band.Condition.Of(row) == Truth.True);
        return band is not null && alike.Count >= FewestPeers
            ? new(scored, own, new($"other models with {band.Name.English}", $"{band.Name.Chinese}的其他模型"), alike.Count, Median(alike))
            : new(scored, own, Everybody, others.Count, Median(others));
    }

    private static double? Median(List<BoardRow> rows)
    {
        var shares = rows.Select(row => row.Accuracy!.Value).Order().ToList();
        return shares.Count == 0 ? null : (shares[(shares.Count - 1) / 2] + shares[shares.Count / 2]) / 2;
    }
}
