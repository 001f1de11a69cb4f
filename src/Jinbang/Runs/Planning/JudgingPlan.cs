using Jinbang.Exams;
using Jinbang.Grading.Judges;

namespace Jinbang.Runs.Planning;

/// <summary>Adds up what judges are going to be asked in one run.</summary>
internal sealed class JudgingPlan(Run run)
{
    /// <summary>From so many questions it is known how long the others are.</summary>
    private const int MostMeasured = 200;

    private Estimate open;
    private Estimate unread;
    private Estimate shown;
    private double models;

    /// <summary>Adds what a model is going to answer.</summary>
    public void Add(Seat seat, Evidence evidence)
    {
        var asked = seat.Inventory.Missing.Count;
        var rubrics = seat.Inventory.Questions.Count(question => question.Kind is QuestionKind.Open);
        open += Estimate.Exactly(rubrics);
        unread += evidence.Unreadable(asked) * (asked - rubrics);
        // Judges are shown no thinking, so that thinking models show them much less than they wrote.
        var tokens = evidence.Completion(asked).Tokens;
        shown += tokens with { Low = 0, Likely = Math.Min(tokens.Likely, Priors.Reply(Thinking.No).Likely) };
        models++;
    }

    /// <summary>Adds the kept replies that already wait for judges.</summary>
    public void Waiting(Seat seat)
    {
        var waiting = Estimate.Exactly(seat.Inventory.ToJudge);
        if (run.Exam.Questions.Any(question => question.Kind is QuestionKind.Open))
        {
            open += waiting;
        }
        else
        {
            unread += waiting;
        }
    }

    /// <summary>The calls of the n-th judge, and the tokens of their prompts.</summary>
    public (Estimate Calls, Estimate Tokens, Basis Basis) Of(int nth, Lazy<ExamPrompts> prompts, PromptTokens tokens)
    {
        // Open questions are put before every judge; of the others the next judge gets what the one before was not believed about.
        var reading = unread;
        for (var before = 0; before < nth; before++)
        {
            reading *= Priors.NotBelieved;
        }

        var compared = new Estimate(0, run.Settings.JudgeSample, run.Settings.JudgeSample);
        var calls = open + reading + compared;
        if (calls.High <= 0)
        {
            return (default, default, Basis.Prior);
        }

        var (question, basis) = Question(prompts.Value, tokens);
        var reply = models > 0 ? shown * (1 / models) : Priors.Reply(Thinking.No);
        return (calls, (question + reply) * calls, basis);
    }

    /// <summary>The mean tokens of what a judge is shown besides the reply.</summary>
    private (Estimate Tokens, Basis Basis) Question(ExamPrompts prompts, PromptTokens tokens)
    {
        var questions = run.Exam.Questions;
        var step = Math.Max(1, questions.Count / MostMeasured);
        var sizes = questions.Where((_, at) => at % step == 0)
            .Select(question => prompts.OfJudge(question.Kind is QuestionKind.Open ? JudgementUse.Rubric : JudgementUse.Reading, question))
            .ToList();
        var (all, basis) = tokens.Of(prompts, sizes.Aggregate((sum, next) => sum + next), sizes.Count);
        return (all * (1.0 / sizes.Count), basis);
    }
}
