namespace Jinbang.Boards.Rollups;

/// <summary>Makes the board of one group.</summary>
/// <param name="grid">What every model has on every exam.</param>
/// <param name="combination">Combines it.</param>
/// <param name="settings">How roll-ups are made.</param>
internal sealed class RollupBoard(ScoreGrid grid, Combination combination, RollupSettings settings)
{
    /// <summary>The board, with ranks and remarks.</summary>
    public Board Of(Branch group)
    {
        var models = Enumerable.Range(0, grid.Models.Count).Where(model => HasRow(group, model)).ToList();
        var rows = models.Select(model => (Model: model, Row: Row(group, model))).ToLookup(pair => IsRanked(pair.Model), pair => pair);
        var own = Ranked(rows[true]);
        var ranked = new RollupRanks(combination, settings).Added(group, [.. own.Select(pair => pair.Row)], [.. own.Select(pair => pair.Model)]);
        var exams = group.Leaves.Select(leaf => grid.Exams[leaf]).ToList();
        return new Board(group.Name.In(settings.Language), settings.Language, WithUnranked(ranked, [.. rows[false].Select(pair => pair.Row)]))
        {
            Name = group.Name,
            // The same file whatever the language of who makes it: editions know boards by it.
            FileName = group.Name.English,
            Questions = exams.Sum(QuestionWeight.QuestionsOf),
            Edition = exams.Select(exam => exam.Edition).Distinct().ToList() is [var only] ? only : null,
            Weights = settings.PartDepth == 1 ? [.. combination.Weights(group)] : [],
            Notes = [.. new RollupRemarks(grid, combination, settings).On(group, [.. own.Concat(rows[false]).Select(pair => pair.Model)])],
        };
    }

    private bool HasRow(Branch group, int model) => group.Leaves.Any(leaf => grid.At(leaf, model).Row is not null);

    /// <summary>Beside our own results, published ones have no rank.</summary>
    private bool IsRanked(int model) => grid.Models[model].PublishedBy is null || grid.Models.All(any => any.PublishedBy is not null);

    /// <summary>Complete rows by accuracy; then those that lack exams, the most complete first, without a total; then those
    /// that were excluded.</summary>
    private static List<(int Model, BoardRow Row)> Ranked(IEnumerable<(int Model, BoardRow Row)> rows)
    {
        var all = rows.ToDictionary(pair => (pair.Row.Model, pair.Row.PublishedBy));
        var whole = all.Values.Select(pair => pair.Row).ToLookup(row => row.Accuracy is not null);
        var rest = whole[false]
            .OrderBy(row => row.State is ScoreState.Excluded).ThenByDescending(row => row.Exams!.Value.Known).ThenBy(row => row.Model, StringComparer.Ordinal);
        return [.. Board.Ranked(whole[true]).Concat(rest).Select((row, index) => (all[(row.Model, row.PublishedBy)].Model, row with { Rank = index + 1 }))];
    }

    private static IReadOnlyList<BoardRow> WithUnranked(IReadOnlyList<BoardRow> ranked, IReadOnlyList<BoardRow> others) => others.Count == 0
        ? ranked
        : [.. ranked.Concat(others).OrderByDescending(row => row.Accuracy ?? -1)];

    private BoardRow Row(Branch group, int model)
    {
        var state = combination.State(group, model);
        var score = state is ScoreState.Unmeasured or ScoreState.Excluded ? null : combination.Score(group, model);
        var rows = group.Leaves.Where(leaf => grid.At(leaf, model).State is not ScoreState.Excluded).Select(leaf => grid.At(leaf, model).Row).OfType<BoardRow>().ToList();
        return grid.Models[model] with
        {
            Accuracy = score,
            State = state,
            AccuracyInterval = score is null ? null : combination.Interval(group, model),
            Seconds = combination.Effort(group, model, row => row.Seconds),
            Tokens = combination.Effort(group, model, row => row.Tokens),
            CostPerThousand = (decimal?)combination.Effort(group, model, row => (double?)row.CostPerThousand),
            CostMarks = [.. rows.SelectMany(row => row.CostMarks).Distinct().Order(StringComparer.Ordinal)],
            Coverage = CoverageOf(group, model),
            Exams = Count(group, model),
            Parts = settings.PartDepth == 0 ? [] : [.. PartsOf(group, settings.PartDepth).Select(part => Part(part, model))],
        };
    }

    /// <summary>The parts so many levels down; those that end earlier, where they end.</summary>
    private static IEnumerable<Branch> PartsOf(Branch group, int depth) =>
        group.Parts.SelectMany(part => depth > 1 && part.Parts.Count > 0 && part.Leaf is null ? PartsOf(part, depth - 1) : [part]);

    private ScorePart Part(Branch part, int model)
    {
        var state = combination.State(part, model);
        var score = state is ScoreState.Unmeasured or ScoreState.Excluded ? null : combination.ScoreIn(part, model);
        return new ScorePart(part.Name, score, state)
        {
            Interval = score is null ? null : combination.Interval(part, model),
            Seconds = combination.Effort(part, model, row => row.Seconds),
            Tokens = combination.Effort(part, model, row => row.Tokens),
            CostPerThousand = (decimal?)combination.Effort(part, model, row => (double?)row.CostPerThousand),
        };
    }

    private ExamCount Count(Branch group, int model) => new(
        group.Leaves.Count(leaf => grid.At(leaf, model).State is ScoreState.Measured),
        group.Leaves.Count(leaf => grid.At(leaf, model).State is not ScoreState.Excluded));

    /// <summary>What became of all attempts; null when it is unknown for some exam that the model has a score on.</summary>
    private Coverage? CoverageOf(Branch group, int model)
    {
        var sum = new Coverage(0, 0, 0);
        foreach (var leaf in group.Leaves.Where(leaf => grid.At(leaf, model).State is not ScoreState.Excluded))
        {
            var row = grid.At(leaf, model).Row;
            if (row is { Accuracy: not null, Coverage: null })
            {
                return null;
            }

            var more = row?.Coverage ?? new Coverage(QuestionWeight.QuestionsOf(grid.Exams[leaf]), 0, 0);
            sum = new Coverage(sum.Planned + more.Planned, sum.Graded + more.Graded, sum.Failed + more.Failed)
            {
                Asked = sum.Asked + more.Asked,
                Retries = sum.Retries + more.Retries,
                CutOff = sum.CutOff + more.CutOff,
                Refused = sum.Refused + more.Refused,
                Unreadable = sum.Unreadable + more.Unreadable,
                Unanswered = sum.Unanswered + more.Unanswered,
            };
        }

        return sum;
    }
}
