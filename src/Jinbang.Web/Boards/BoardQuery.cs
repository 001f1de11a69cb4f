using System.Globalization;
using Jinbang.Boards;
using Microsoft.AspNetCore.WebUtilities;

namespace Jinbang.Web.Boards;

/// <summary>What of a board is shown and how, as the address says: every view can be sent to somebody else.</summary>
/// <param name="Words">The address's words, in their order.</param>
public sealed record BoardQuery(IReadOnlyList<KeyValuePair<string, string>> Words)
{
    /// <summary>Begins the words that move weights; the part's English name follows.</summary>
    public const string WeightMark = "w.";

    /// <summary>The word of columns that are not shown.</summary>
    public const string HideWord = "hide";

    private static readonly string[] Known = ["find", "house", "open", "thinks", "new", "price", "max-price", "size", "where", "sort", "order", HideWord];

    /// <summary>The code of the column that rows are sorted by; null for the board's own order.</summary>
    public string? Sort => this["sort"];

    /// <summary>Whether the column's usual order is turned round.</summary>
    public bool IsReversed => this["order"] == "reversed";

    /// <summary>The codes of columns that are not shown.</summary>
    public IReadOnlySet<string> Hidden { get; } = Words.Where(word => word.Key == HideWord).Select(word => word.Value).ToHashSet();

    /// <summary>Whether rows are left out.</summary>
    public bool IsFiltered => Words.Any(word => word.Key is not ("sort" or "order" or HideWord) && !word.Key.StartsWith(WeightMark, StringComparison.Ordinal));

    /// <summary>The value of a word; null when it is absent or empty.</summary>
    public string? this[string word] => Words.FirstOrDefault(known => known.Key == word).Value is { Length: > 0 } value ? value : null;

    /// <summary>Reads an address's query; words that mean nothing here are left out.</summary>
    public static BoardQuery Of(IQueryCollection query) => new([
        .. query.Where(word => Known.Contains(word.Key) || word.Key.StartsWith(WeightMark, StringComparison.Ordinal))
            .SelectMany(word => word.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(word.Key, value!)))]);

    /// <summary>An address that says the same, but for a few words.</summary>
    /// <param name="path">The address without a query.</param>
    /// <param name="changed">Words with other values; null leaves one out.</param>
    public string Address(string path, params IReadOnlyList<(string Word, string? Value)> changed) => QueryHelpers.AddQueryString(path,
    [
        .. Words.Where(word => changed.All(change => change.Word != word.Key)).Select(word => KeyValuePair.Create(word.Key, (string?)word.Value)),
        .. changed.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Word, change.Value)),
    ]);

    /// <summary>The weights of a roll-up's parts as sliders show them: 1 is the mean of the usual ones.</summary>
    public static IReadOnlyList<double> Usual(Board board)
    {
        var mean = board.Weights.Count > 0 ? board.Weights.Average(part => part.Weight) : 1;
        return [.. board.Weights.Select(part => Math.Round(part.Weight / mean, 2))];
    }

    /// <summary>The weights that readers gave, the usual ones for parts that they left; null when none was moved.</summary>
    public IReadOnlyList<double>? Moved(Board board)
    {
        var usual = Usual(board);
        var weights = board.Weights.Select((part, at) => Weight(part.Name) ?? usual[at]).ToList();
        return weights.SequenceEqual(usual) || weights.Sum() <= 0 ? null : weights;
    }

    private double? Weight(Phrase part) =>
        double.TryParse(this[WeightMark + part.English], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight <= 1e6 ? weight : null;
}
