using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Runs.Planning;

/// <summary>Foretells what prepared runs are going to take: from the exams' text, from what the ledger knows of the models, and, where it
/// knows nothing, from what models in general do. Nothing is asked.</summary>
/// <param name="ledger">Where past calls are.</param>
public sealed class Planner(Ledger ledger)
{
    private readonly Encodings encodings = new();
    private readonly PastCalls past = new(ledger);
    private readonly Dictionary<string, PromptTokens> tokens = [];

    /// <summary>The plan of these runs together.</summary>
    /// <param name="runs">The runs, prepared.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<RunPlan> PlanAsync(IReadOnlyList<Run> runs, CancellationToken cancellationToken)
    {
        var exams = runs.ToDictionary(run => run, run => new Lazy<ExamPrompts>(() => new ExamPrompts(run.Exam, run.Prompts)));
        var lines = new List<PlanLine>();
        foreach (var run in runs)
        {
            var judging = new JudgingPlan(run);
            foreach (var seat in run.Seats)
            {
                var asked = await seat.ToPayForAsync(ledger, cancellationToken);
                lines.Add(asked.Count == 0 ? Done(run.Exam, seat) : await LineAsync(run, seat, asked, exams, judging, cancellationToken));
                judging.Waiting(seat);
            }

            lines.AddRange(await JudgesAsync(run, judging, exams[run], cancellationToken));
        }

        return new RunPlan(lines);
    }

    private static PlanLine Done(Exam exam, Seat seat) => new(exam.Id, seat.Sitting.Model.Name, false, default)
    {
        Answered = seat.Progress.Planned,
        PromptTokens = default(Estimate),
        CompletionTokens = default(Estimate),
        Yuan = default(Estimate),
        Minutes = default(Estimate),
    };

    private async Task<PlanLine> LineAsync(
        Run run, Seat seat, IReadOnlyList<Question> asked, Dictionary<Run, Lazy<ExamPrompts>> exams, JudgingPlan judging, CancellationToken cancellationToken)
    {
        var model = seat.Sitting.Model;
        var prompts = exams[run].Value;
        var thinking = ThinkingSigns.Of(model);
        var here = await past.HereAsync(seat.Sitting.Key, cancellationToken);
        var evidence = new Evidence(here, await past.ElsewhereAsync(seat.Sitting, cancellationToken), model, Priors.Reply(thinking));
        var calls = Estimate.Exactly(asked.Count);
        var size = asked.Select(prompts.Of).Aggregate((sum, next) => sum + next);
        var (prompted, basis) = (await TokensAsync(model, exams, cancellationToken)).Of(prompts, size, asked.Count);
        judging.Add(seat, evidence);
        return Forecast.Of(
            new(run.Exam.Id, model.Name, false, calls) { Answered = seat.Progress.Planned - asked.Count, PromptBasis = basis, Thinking = thinking },
            seat.Candidate, run.Settings, Sharers(run, model), evidence, prompted);
    }

    private static int Sharers(Run run, Model model) => Math.Max(1, run.Seats.Count(seat => seat.Inventory.Missing.Count > 0 && seat.Sitting.Model.Provider == model.Provider));

    private async Task<PromptTokens> TokensAsync(Model model, Dictionary<Run, Lazy<ExamPrompts>> exams, CancellationToken cancellationToken) =>
        tokens.TryGetValue(model.Name, out var known)
            ? known
            : tokens[model.Name] = new PromptTokens(model, encodings, await MeasuredAsync(model, exams, cancellationToken));

    /// <summary>The model's past prompts of all exams at hand, with their tokens.</summary>
    private async Task<IReadOnlyList<(ExamPrompts, TextSize, int)>> MeasuredAsync(
        Model model, Dictionary<Run, Lazy<ExamPrompts>> exams, CancellationToken cancellationToken)
    {
        var measured = new List<(ExamPrompts, TextSize, int)>();
        foreach (var (run, exam) in exams)
        {
            var seat = run.Seats.First(seat => seat.Sitting.Model.Name == model.Name);
            foreach (var reply in await past.HereAsync(seat.Sitting.Key, cancellationToken))
            {
                if (reply.Prompt is { } tokens and > 0 && exam.Value.Of(reply.Question) is { } size)
                {
                    measured.Add((exam.Value, size, tokens));
                }
            }
        }

        return measured;
    }

    private async Task<IReadOnlyList<PlanLine>> JudgesAsync(
        Run run, JudgingPlan judging, Lazy<ExamPrompts> prompts, CancellationToken cancellationToken)
    {
        var lines = new List<PlanLine>();
        for (var nth = 0; nth < run.Settings.Judges.Count; nth++)
        {
            var judge = run.Settings.Judges[nth];
            var model = judge.Examinee.Model;
            var thinking = ThinkingSigns.Of(model);
            var prior = thinking is Thinking.Yes ? Priors.Reply(thinking) : Priors.Report;
            var evidence = new Evidence(await past.OfJudgeAsync(model.Name, cancellationToken), [], model, prior);
            var (calls, prompted, basis) = judging.Of(nth, prompts, new PromptTokens(model, encodings, []));
            lines.Add(Forecast.Of(
                new(run.Exam.Id, model.Name, true, calls) { PromptBasis = basis, Thinking = thinking }, judge, run.Settings, Sharers(run, model), evidence, prompted));
        }

        return lines;
    }
}
