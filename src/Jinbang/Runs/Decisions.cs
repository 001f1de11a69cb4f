using Jinbang.Exams;
using Jinbang.Exams.Decisions;

namespace Jinbang.Runs;

/// <summary>Applies what people decided about questions, which the ledger keeps, to exams as their files have them.</summary>
public static class Decisions
{
    /// <summary>The exam by the latest decision about each of its questions: with corrected keys, and without dropped questions.
    /// Decisions about questions that are worded otherwise now, and corrections that its file has made too, change nothing.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="exam">The exam, as its file has it or by decisions already.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">All questions were dropped.</exception>
    public static async Task<Exam> ApplyAsync(Ledger ledger, Exam exam, CancellationToken cancellationToken) =>
        exam.Decisions.Count == 0 && await ledger.DecisionsAsync(exam.Id, exam.Language, cancellationToken) is { Count: > 0 } made
            ? Apply(exam, made)
            : exam;

    /// <summary>Each of these exams by decisions.</summary>
    /// <exception cref="BadInputException">All questions of one were dropped.</exception>
    public static async Task<IReadOnlyList<Exam>> ApplyAsync(Ledger ledger, IReadOnlyList<Exam> exams, CancellationToken cancellationToken)
    {
        var decided = new List<Exam>();
        foreach (var exam in exams)
        {
            decided.Add(await ApplyAsync(ledger, exam, cancellationToken));
        }

        return decided;
    }

    /// <summary>A decision about a question.</summary>
    /// <param name="exam">The exam as its file has it.</param>
    /// <param name="question">The question's id.</param>
    /// <param name="kind">What is decided.</param>
    /// <param name="key">What is right, when that is decided.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    /// <exception cref="BadInputException">The exam has no such question, or it cannot have this key.</exception>
    public static KeyDecision About(Exam exam, string question, DecisionKind kind, string? key, string reason, DateTimeOffset now)
    {
        var at = exam.Questions.Select((asked, place) => (asked, place)).Where(it => it.asked.Id == question).Select(it => it.place).DefaultIfEmpty(-1).First();
        if (at < 0)
        {
            throw new BadInputException(new($"{exam.Title} has no question {question}.", $"{exam.Title} 中没有题目 {question}。"));
        }

        return new(exam.Id, exam.Language, question, Paper.Of(exam).TextOf(at), kind, exam.Questions[at].Key.ToString()!, reason, now)
        {
            Key = key is null ? null : KeyWriting.Read(exam.Questions[at], key) is LettersKey letters ? letters.Letters : key,
        };
    }

    /// <summary>What identifies each text of an exam's questions; <see cref="KeyDecision.Text"/>.</summary>
    public static IReadOnlySet<string> TextsOf(Exam exam) =>
        Enumerable.Range(0, exam.Questions.Count).Select(Paper.Of(exam).TextOf).ToHashSet();

    /// <summary>The exam by decisions.</summary>
    /// <param name="exam">The exam as its file has it.</param>
    /// <param name="made">All decisions about it, the first made first.</param>
    /// <exception cref="BadInputException">All questions were dropped.</exception>
    public static Exam Apply(Exam exam, IReadOnlyList<KeyDecision> made)
    {
        var latest = new Dictionary<string, KeyDecision>();
        foreach (var decision in made)
        {
            latest[decision.Text] = decision;
        }

        var paper = Paper.Of(exam);
        var (questions, inForce, dropped) = (new List<Question>(), new List<KeyDecision>(), new Dictionary<string, int>());
        for (var at = 0; at < exam.Questions.Count; at++)
        {
            var (text, decision) = (Paper.Untwinned(paper.TextOf(at)), latest.GetValueOrDefault(paper.TextOf(at)));
            var question = exam.Questions[at] with { TwinsDropped = dropped.GetValueOrDefault(text) };
            var decided = decision is null ? question : Decided(question, decision);
            dropped[text] = question.TwinsDropped + (decided is null ? 1 : 0);
            questions.AddRange(decided is null ? [] : [decided]);
            // The question may have another number by now than when it was decided.
            inForce.AddRange(decision is { Kind: DecisionKind.Keep } || decided?.Key != question.Key ? [decision! with { Question = question.Id }] : []);
        }

        return questions.Count > 0 ? exam with { Questions = questions, Decisions = inForce } : throw new BadInputException(new(
            $"All questions of {exam.Title} were dropped by decision; `jinbang items decisions` lists them, and `jinbang items accept … --keep` brings one back.",
            $"{exam.Title} 的题目已全部经人工决定剔除；`jinbang items decisions` 可列出，`jinbang items accept … --keep` 可恢复。"));
    }

    /// <summary>The question by a decision; null when it is dropped.</summary>
    private static Question? Decided(Question question, KeyDecision decision) => decision.Kind switch
    {
        DecisionKind.Keep => question,
        DecisionKind.Drop => null,
        DecisionKind.Key => question with { Key = KeyWriting.Read(question, decision.Key!) },
    };
}
