using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Workspaces.Orders;

namespace Jinbang.Workspaces;

/// <summary>Who sits which exams and how, with the models made ready.</summary>
/// <param name="Workspace">How, with what the command line says over the file.</param>
/// <param name="Examinations">Which exams, and by which models.</param>
/// <param name="Roster">Who made them ready.</param>
public sealed record ExamSession(Workspace Workspace, IReadOnlyList<Examination> Examinations, Roster Roster) : IDisposable
{
    /// <summary>What it was made ready from, so that others can make the same ready; null when it was made from a ledger.</summary>
    public SessionOrder? Order { get; init; }

    /// <summary>Prepares a run for each exam; all are prepared before the first asks, so that they share one budget and one pace.</summary>
    /// <param name="ledger">Where replies are kept.</param>
    /// <param name="settings">How the runs are carried out.</param>
    /// <param name="means">What they work with.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">Something cannot be carried out as it was given.</exception>
    public async Task<IReadOnlyList<Run>> PrepareAsync(
        Ledger ledger, RunSettings settings, Means means, TimeProvider time, CancellationToken cancellationToken)
    {
        var prompts = Prompts();
        var budget = new Budget(settings.Budget, means.FundOf) { ModelCaps = settings.ModelBudgets };
        var runs = new List<Run>();
        foreach (var (exam, candidates) in Examinations)
        {
            var decided = await Decisions.ApplyAsync(ledger, exam, cancellationToken);
            runs.Add(await Run.PrepareAsync(decided, candidates, prompts, ledger, settings, budget, means, time, cancellationToken));
        }

        return runs;
    }

    /// <summary>The keys of all that is sat: sessions that have one in common would ask the same. Of exams by people's decisions.</summary>
    /// <exception cref="BadInputException">The prompts cannot be used.</exception>
    public IReadOnlySet<string> Sittings()
    {
        var prompts = Prompts();
        return Examinations
            .SelectMany(sat => sat.Candidates.Select(candidate => new Sitting(sat.Exam.Id, sat.Exam.Language, candidate.Examinee.Model, prompts.HashFor(sat.Exam)).Key))
            .ToHashSet();
    }

    /// <summary>Refuses to ask alone what the silos of a cluster are asking.</summary>
    /// <param name="ledger">The ledger, which nobody else holds.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">A run of a cluster asks some of the same.</exception>
    public async Task RefuseSharedAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        if (ledger is PostgresLedger shared && await shared.Runs.AskingAsync(Sittings(), cancellationToken) is { } run)
        {
            throw new BadInputException(new(
                $"The cluster's run {run} asks some of the same. Wait for it, follow it with --cluster, or stop it: jinbang cluster stop {run}. Nothing was asked.",
                $"集群任务 {run} 正在问其中相同的内容。请等它结束，用 --cluster 跟随它，或停止它：jinbang cluster stop {run}。未调用任何模型。"));
        }
    }

    public void Dispose() => Roster.Dispose();

    private PromptTemplates Prompts() => PromptTemplates.Load(Workspace.Prompts is { } folder ? Workspace.Locate(folder) : null);
}
