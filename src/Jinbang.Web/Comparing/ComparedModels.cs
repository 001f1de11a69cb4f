using Jinbang.Boards.Comparisons;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Comparing;

/// <summary>Compares models question by question.</summary>
internal sealed class ComparedModels
{
    /// <summary>Most models that are put side by side.</summary>
    public const int Most = 6;

    private const int MostKept = 16;

    private readonly OpenWorkspace open;
    private readonly ReadOnce<string, ModelsCompared> comparisons;
    private readonly ReadOnce<bool, IReadOnlyList<string>> names;

    public ComparedModels(OpenWorkspace open, TimeProvider time, IHostApplicationLifetime site)
    {
        this.open = open;
        comparisons = new(open.Ledger, MostKept, time, site);
        names = new(open.Ledger, 2, time, site);
    }

    /// <summary>The names of all models that have answered exams that a reader may know of, in their order.</summary>
    public Task<IReadOnlyList<string>> NamesAsync(Reader reader) => names.GetAsync(reader.MayRead, async cancellation =>
    {
        var found = new HashSet<string>();
        foreach (var exam in await SeenAsync(reader, null))
        {
            found.UnionWith((await open.Ledger.SittingsAsync(exam.Id, exam.Language, cancellation)).Select(sitting => sitting.Model.Name));
        }

        return [.. found.Order(StringComparer.OrdinalIgnoreCase)];
    });

    /// <summary>The names that an address gives: each once, no more than can be put side by side.</summary>
    public static IReadOnlyList<string> Named(IEnumerable<string?>? models) =>
        [.. (models ?? []).OfType<string>().Select(name => name.Trim()).Where(name => name.Length > 0).Distinct().Take(Most)];

    /// <summary>Compares models.</summary>
    /// <param name="models">Their names; at least two, all different.</param>
    /// <param name="exam">The name of an exam; null for all that two of them have answered.</param>
    /// <param name="reader">Who may see which exams.</param>
    public async Task<ModelsCompared> CompareAsync(IReadOnlyList<string> models, string? exam, Reader reader)
    {
        var exams = await SeenAsync(reader, exam);
        var key = string.Join('\n', [.. models, "", .. exams.Select(one => $"{one.Name} {File.GetLastWriteTimeUtc(one.File).Ticks}")]);
        return await comparisons.GetAsync(key, cancellation => CompareAsync(models, exams, cancellation));
    }

    private async Task<IReadOnlyList<ExamEntry>> SeenAsync(Reader reader, string? exam) =>
        [.. (await open.ExamsAsync()).Where(one => reader.MaySee(one) && (exam is null || one.Name == exam))];

    private async Task<ModelsCompared> CompareAsync(IReadOnlyList<string> models, IReadOnlyList<ExamEntry> exams, CancellationToken cancellationToken)
    {
        var read = await InParallel.SelectAsync(exams, (exam, cancellation) => SatAsync(exam, models, cancellation), cancellationToken);
        var sat = read.OfType<SatExam>().ToList();
        return new(
            models,
            [.. Pairs(models).Select(pair => Compare(sat, pair.First, pair.Second)).OfType<ComparisonReport>()],
            [.. sat.SelectMany(exam => exam.Differing(models))]);
    }

    /// <summary>An exam is read only where two of the models have answered it.</summary>
    private async Task<SatExam?> SatAsync(ExamEntry entry, IReadOnlyList<string> models, CancellationToken cancellationToken)
    {
        var sittings = await open.Ledger.SittingsAsync(entry.Id, entry.Language, cancellationToken);
        if (sittings.Count(sitting => models.Contains(sitting.Model.Name)) < 2)
        {
            return null;
        }

        var answered = await Answered.ReadAsync(open.Ledger, open.Read(entry), model => models.Contains(model.Name), keep: false, cancellationToken);
        return new(entry, answered.Exam, answered.Standings.ToDictionary(standing => standing.Model.Name));
    }

    private static IEnumerable<(string First, string Second)> Pairs(IReadOnlyList<string> models) =>
        models.SelectMany((first, at) => models.Skip(at + 1).Select(second => (first, second)));

    private static ComparisonReport? Compare(IEnumerable<SatExam> sat, string first, string second)
    {
        var both = new List<(Exam, Standing, Standing)>();
        foreach (var exam in sat)
        {
            if (exam.Standings.TryGetValue(first, out var one) && exam.Standings.TryGetValue(second, out var other))
            {
                both.Add((exam.Exam, one, other));
            }
        }

        return both.Count > 0 && ComparisonReport.Of(both) is { Exams.Count: > 0 } report ? report : null;
    }
}
