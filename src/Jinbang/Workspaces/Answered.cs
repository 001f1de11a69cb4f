using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>What the ledger knows of an exam.</summary>
/// <param name="Exam">The exam, by people's decisions.</param>
/// <param name="Standings">Where models stand on it, with their sheets.</param>
public sealed record Answered(Exam Exam, IReadOnlyList<Standing> Standings)
{
    /// <summary>Reads it, grades by the present keys.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="file">The exam as its file has it.</param>
    /// <param name="keep">Whether renewed grades are kept; not while another program writes the ledger.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<Answered> ReadAsync(Ledger ledger, Exam file, bool keep, CancellationToken cancellationToken) =>
        ReadAsync(ledger, file, _ => true, keep, cancellationToken);

    /// <summary>The same of some models only.</summary>
    public static async Task<Answered> ReadAsync(Ledger ledger, Exam file, Func<Model, bool> isMeant, bool keep, CancellationToken cancellationToken)
    {
        var exam = await Decisions.ApplyAsync(ledger, file, cancellationToken);
        var reviews = await Runs.Standings.ReadAsync(ledger, exam, isMeant, keep, cancellationToken);
        return new(exam, await Results.AddAsync(ledger, exam, [.. reviews.Select(review => review.After)], keep, cancellationToken));
    }
}
