using System.Collections.Frozen;
using Jinbang.Models;

namespace Jinbang.Boards.Editions;

/// <summary>What changed from one edition to another.</summary>
/// <param name="From">The edition before; null for the first.</param>
/// <param name="To">The edition.</param>
/// <param name="Date">The day it was published.</param>
public sealed record EditionDiff(string? From, string To, DateOnly Date)
{
    private const double ManyNewQuestions = 0.1;

    /// <summary>The boards that changed, in the order of their file names; empty for the first edition.</summary>
    public IReadOnlyList<BoardDiff> Boards { get; init; } = [];

    /// <summary>Models that were on no board before.</summary>
    public IReadOnlyList<string> NewModels { get; init; } = [];

    /// <summary>Models that are on no board any more.</summary>
    public IReadOnlyList<string> RetiredModels { get; init; } = [];

    /// <summary>List prices that changed, of models that both editions have.</summary>
    public IReadOnlyList<PriceDiff> Prices { get; init; } = [];

    /// <summary>Rules and weights that changed, of what both editions have.</summary>
    public IReadOnlyList<FrameworkDiff> Framework { get; init; } = [];

    /// <summary>How many exams have boards now.</summary>
    public int Exams { get; init; }

    /// <summary>Their questions.</summary>
    public int Questions { get; init; }

    /// <summary>Questions that are surely new: those of new exams, and those that exams have more than before.</summary>
    public int NewQuestions => Boards.Where(board => !board.IsRollUp).DistinctBy(board => board.Exam).Sum(board => Math.Max(0, board.QuestionsAfter - board.QuestionsBefore));

    /// <summary>What kind of edition it is by what changed; null for the first.</summary>
    public EditionKind? Kind => From is null ? null
        : Framework.Count > 0 ? EditionKind.Major
        : NewDomains.Any() || NewQuestions > ManyNewQuestions * QuestionsBefore ? EditionKind.Minor
        : EditionKind.Patch;

    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Boards.Count + NewModels.Count + RetiredModels.Count + Prices.Count + Framework.Count == 0;

    internal IEnumerable<BoardDiff> NewDomains => Boards.Where(board => board is { IsRollUp: true, Fate: BoardFate.New });

    internal int QuestionsBefore { get; init; }

    /// <summary>The difference of two editions.</summary>
    /// <param name="before">The one before; null when there is none.</param>
    /// <param name="after">The one after.</param>
    public static EditionDiff Of(EditionManifest? before, EditionManifest after)
    {
        var exams = ExamsOf(after);
        var diff = new EditionDiff(before?.Version, after.Version, after.Date) { Exams = exams.Count, Questions = exams.Sum(board => board.Questions) };
        return before is null ? diff : diff with
        {
            Boards = [.. BoardsOf(before, after).Where(board => !board.IsEmpty)],
            NewModels = [.. ModelsOf(after).Except(ModelsOf(before))],
            RetiredModels = [.. ModelsOf(before).Except(ModelsOf(after))],
            Prices = [.. PricesOf(before, after)],
            Framework = [.. FrameworkOf(before, after)],
            QuestionsBefore = ExamsOf(before).Sum(board => board.Questions),
        };
    }

    private static List<EditionBoard> ExamsOf(EditionManifest edition) => [.. edition.Boards.Where(board => !board.IsRollUp).DistinctBy(board => board.Exam)];

    private static IEnumerable<BoardDiff> BoardsOf(EditionManifest before, EditionManifest after)
    {
        var (earlier, later) = (before.Boards.ToDictionary(board => board.File), after.Boards.ToDictionary(board => board.File));
        return earlier.Keys.Union(later.Keys).Order(StringComparer.Ordinal)
            .Select(file => BoardDiff.Of(earlier.GetValueOrDefault(file), later.GetValueOrDefault(file)));
    }

    private static IEnumerable<FrameworkDiff> FrameworkOf(EditionManifest before, EditionManifest after) =>
        from item in after.Framework ?? FrozenDictionary<string, string>.Empty
        join old in before.Framework ?? FrozenDictionary<string, string>.Empty on item.Key equals old.Key
        where item.Value != old.Value
        select new FrameworkDiff(item.Key, old.Value, item.Value);

    private static IEnumerable<string> ModelsOf(EditionManifest edition) => edition.Boards.SelectMany(board => board.Rows).Select(row => row.Model).Distinct();

    private static IEnumerable<PriceDiff> PricesOf(EditionManifest before, EditionManifest after)
    {
        var (earlier, later) = (Prices(before), Prices(after));
        return later.Where(priced => earlier.TryGetValue(priced.Key, out var old) && !AreSame(old, priced.Value))
            .Select(priced => new PriceDiff(priced.Key.Model, priced.Key.Host, earlier[priced.Key], priced.Value));

        static Dictionary<(string Model, string? Host), Price?> Prices(EditionManifest edition) => edition.Boards.SelectMany(board => board.Rows)
            .Where(row => row.PublishedBy is null)
            .GroupBy(row => (row.Model, row.Host))
            .ToDictionary(own => own.Key, own => own.Select(row => row.Price).FirstOrDefault(price => price is not null));
    }

    // The day on which the same figures were read again is no change.
    private static bool AreSame(Price? before, Price? after) => Figures(before) == Figures(after);

    private static (decimal?, decimal?, decimal?, string?) Figures(Price? price) =>
        (price?.InputPerMillion, price?.CachedInputPerMillion, price?.OutputPerMillion, price?.Currency);
}
