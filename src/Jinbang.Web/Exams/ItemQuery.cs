using Jinbang.Boards.Items;
using Jinbang.Exams;

namespace Jinbang.Web.Exams;

/// <summary>Which questions a list shows and in what order, as an address says it. What cannot be understood does not matter.</summary>
internal sealed record ItemQuery
{
    /// <summary>The words of flags in addresses.</summary>
    public static IReadOnlyDictionary<string, ItemConcern> Flags { get; } =
        Enum.GetValues<ItemConcern>().ToDictionary(flag => ItemWords.Say(flag).English.Replace(' ', '-'));

    /// <summary>The orders, besides that of suspicion.</summary>
    public static IReadOnlyList<(string Word, Phrase Name)> Orders { get; } =
        [("file", new("as in the exam", "题库次序")), ("difficulty", new("hardest", "最难优先")), ("discrimination", new("least discrimination", "区分度由低到高"))];

    /// <summary>A part of the id or, for who may read questions, of the stem.</summary>
    public string? Text { get; init; }

    /// <summary>The stratum.</summary>
    public string? Stratum { get; init; }

    /// <summary>A word of <see cref="Flags"/>, or any for those with any.</summary>
    public string? Flag { get; init; }

    /// <summary>A word of <see cref="Orders"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>The questions that are meant, in order.</summary>
    /// <param name="report">What is told of the questions.</param>
    /// <param name="texts">The questions; null when they must not be seen.</param>
    public IReadOnlyList<ItemRow> Of(ItemReport report, IReadOnlyDictionary<string, Question>? texts)
    {
        var flag = Flags.TryGetValue(Flag ?? "", out var known) ? known : (ItemConcern?)null;
        return [.. report.Rows
            .Where(row => string.IsNullOrEmpty(Stratum) || row.Stratum == Stratum)
            .Where(row => flag is { } one ? row.Flags.Contains(one) : Flag != "any" || row.Flags.Count > 0)
            .Where(row => string.IsNullOrWhiteSpace(Text) || Has(row.Question) || Has(texts?.GetValueOrDefault(row.Question)?.Stem))
            .InOrder(Sort)];
    }

    private bool Has(string? text) => text?.Contains(Text!.Trim(), StringComparison.OrdinalIgnoreCase) == true;
}
