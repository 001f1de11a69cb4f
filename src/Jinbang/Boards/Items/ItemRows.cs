using Jinbang.Exams;
using Jinbang.Exams.Decisions;
using Jinbang.Exams.Twins;
using Jinbang.Grading.Sheets;
using Jinbang.Statistics.Items;

namespace Jinbang.Boards.Items;

/// <summary>Turns what models answered into lines about questions.</summary>
internal static class ItemRows
{
    /// <summary>Log-odds of 99 to 1 for another answer than the key.</summary>
    private static readonly double DoubtfulMargin = Math.Log(99);

    /// <summary>Questions that go along with the others better than this have a right key, whatever strong models say.</summary>
    private const double WeakDiscrimination = 0.1;

    public static IReadOnlyList<ItemRow> Of(Exam exam, ItemAnswers answers, IReadOnlyDictionary<string, IReadOnlyList<Twin>> twins)
    {
        var figures = ItemAnalysis.Of(answers.Scores).Select(Tellable).ToArray();
        var keys = exam.Questions.Select(question => question.Key is LettersKey key ? Bits(key.Letters) : 0u).ToList();
        var evidence = answers.Scores.Models < ItemReport.FewestModels
            ? new KeyEvidence?[exam.Questions.Count]
            : KeyEvidence.Of(answers.Picks, keys, [.. exam.Questions.Select(Choices)]);
        var suspicions = Suspicion.Of([.. figures.Select(Going)], [.. evidence.Select(item => item?.Margin)]);
        var decisions = exam.Decisions.ToLookup(decision => decision.Question);
        return [.. exam.Questions.Select((question, item) =>
        {
            var row = Row(question, item, figures[item], answers.CellsOf(item)) with
            {
                Rival = evidence[item] is { Rival: not 0 and var rival } ? Letters(rival) : null,
                Margin = evidence[item]?.Margin,
                KeyChance = evidence[item]?.KeyChance,
                Suspicion = suspicions[item],
                Twins = twins.GetValueOrDefault(question.Id, []),
                Decision = decisions[question.Id].FirstOrDefault(),
            };
            return row with { Flags = [.. Flags(row)] };
        })];
    }

    /// <summary>The letters of a set of options.</summary>
    public static string Letters(uint bits) =>
        string.Concat(Enumerable.Range(0, 26).Where(letter => (bits >> letter & 1) != 0).Select(letter => (char)('A' + letter)));

    // Two models always lie on a line: what they correlate to is no finding.
    private static ItemFigures Tellable(ItemFigures item) =>
        item.Models < ItemReport.FewestModels ? item with { Discrimination = null, TopLessBottom = null } : item;

    // What all models get, or none, goes along with nothing: that is no reason to trust its key.
    private static double? Going(ItemFigures item) => item.Discrimination ?? (item.Models < ItemReport.FewestModels ? null : 0);

    private static ItemRow Row(Question question, int item, ItemFigures figures, List<SheetCell> cells) =>
        new(item + 1, question.Id, question.Key.ToString()!)
        {
            Stratum = question.Stratum,
            Models = figures.Models,
            Difficulty = figures.Difficulty,
            Discrimination = figures.Discrimination,
            TopLessBottom = figures.TopLessBottom,
            Attempts = AttemptCounts.Of(cells),
            Options = question.Key is LettersKey key
                ? [.. question.Options.Select(option => new OptionCount(
                    option.Letter, cells.Count(cell => (cell.Letters & Bits(option.Letter.ToString())) != 0), key.Letters.Contains(option.Letter)))]
                : [],
        };

    private static IEnumerable<ItemConcern> Flags(ItemRow row)
    {
        var isKept = row.Decision?.Kind == DecisionKind.Keep;
        if (!isKept && IsSuspect(row))
        {
            yield return ItemConcern.SuspectKey;
        }

        if (!isKept && row.Discrimination < 0)
        {
            yield return ItemConcern.Negative;
        }

        if (row is { Models: >= ItemReport.FewestModels, Difficulty: 1 })
        {
            yield return ItemConcern.Everyone;
        }

        if (row is { Models: >= ItemReport.FewestModels, Difficulty: 0 })
        {
            yield return ItemConcern.Nobody;
        }

        if (row.Attempts is { Graded: > 0 and var graded, Unreadable: var unreadable } && graded == unreadable)
        {
            yield return ItemConcern.Unread;
        }

        if (row.Twins.Count > 0)
        {
            yield return ItemConcern.Twin;
        }
    }

    private static bool IsSuspect(ItemRow row) => row.Margin is { } margin
        ? margin > DoubtfulMargin && row.Discrimination is null or < WeakDiscrimination
        : row.Discrimination < 0;

    private static int Choices(Question question) => question.Kind switch
    {
        QuestionKind.SingleChoice => question.Options.Count,
        QuestionKind.MultipleChoice => (1 << question.Options.Count) - 1,
        QuestionKind.TrueFalse or QuestionKind.Number or QuestionKind.ShortText or QuestionKind.Instructions or QuestionKind.Open
            or QuestionKind.Expression or QuestionKind.List => 0,
    };

    private static uint Bits(string letters) => letters.Aggregate(0u, (bits, letter) => bits | 1u << (letter - 'A'));
}
