using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>Finds who can sit an exam again by what a ledger has of them.</summary>
public static class Replays
{
    /// <summary>The exams that models have sat, with these models, their settings, repeats and editions.</summary>
    /// <param name="ledger">The ledger to be replayed.</param>
    /// <param name="exams">The exams.</param>
    /// <param name="names">The models' names that count; empty for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<IReadOnlyList<Examination>> FindAsync(
        Ledger ledger, IEnumerable<Exam> exams, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var found = new List<Examination>();
        foreach (var exam in exams)
        {
            var sittings = await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken);
            var own = sittings.Where(sitting => Counts(sitting.Model, names)).Select(sitting => Absent(sitting.Model) with { Replayed = sitting }).ToList();
            found.AddRange(own.Count > 0 ? [new Examination(exam, own)] : []);
        }

        return found;
    }

    /// <summary>The exams with the models, by their latest settings, of whatever exam: a renamed exam asks the same.</summary>
    /// <param name="ledger">The ledger to be replayed.</param>
    /// <param name="exams">The exams.</param>
    /// <param name="names">The models' names that count; empty for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<IReadOnlyList<Examination>> FindRenamedAsync(
        Ledger ledger, IEnumerable<Exam> exams, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var models = await ledger.ModelsAsync(cancellationToken)
            .Where(model => Counts(model, names)).DistinctBy(model => model.Name).Select(Absent).ToListAsync(cancellationToken);
        return models.Count > 0 ? [.. exams.Select(exam => new Examination(exam, models))] : [];
    }

    private static bool Counts(Model model, IReadOnlyList<string> names) => names.Count == 0 || names.Contains(model.Name);

    private static Candidate Absent(Model model) => new(new AbsentExaminee(model), model.Price?.InYuan());
}
