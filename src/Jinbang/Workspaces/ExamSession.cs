using Jinbang.Runs;
using Jinbang.Runs.Pacing;

namespace Jinbang.Workspaces;

/// <summary>Who sits which exams and how, with the models made ready.</summary>
/// <param name="Workspace">How, with what the command line says over the file.</param>
/// <param name="Examinations">Which exams, and by which models.</param>
/// <param name="Roster">Who made them ready.</param>
public sealed record ExamSession(Workspace Workspace, IReadOnlyList<Examination> Examinations, Roster Roster) : IDisposable
{
    /// <summary>Prepares a run for each exam; all are prepared before the first asks, so that they share one budget and one pace.</summary>
    /// <exception cref="BadInputException">Something cannot be carried out as it was given.</exception>
    public async Task<IReadOnlyList<Run>> PrepareAsync(Ledger ledger, RunSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var prompts = PromptTemplates.Load(Workspace.Prompts is { } folder ? Workspace.Locate(folder) : null);
        var budget = new Budget(settings.Budget) { ModelCaps = settings.ModelBudgets };
        var pace = new Pace(settings, time);
        var runs = new List<Run>();
        foreach (var (exam, candidates) in Examinations)
        {
            var decided = await Decisions.ApplyAsync(ledger, exam, cancellationToken);
            runs.Add(await Run.PrepareAsync(decided, candidates, prompts, ledger, settings, budget, pace, time, cancellationToken));
        }

        return runs;
    }

    public void Dispose() => Roster.Dispose();
}
