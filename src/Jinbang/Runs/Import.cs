using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs.Logs;

namespace Jinbang.Runs;

/// <summary>Puts answers that someone already paid for into the ledger, as if they had been asked here.</summary>
public static class Import
{
    /// <summary>Records a log's replies to an exam.</summary>
    /// <param name="exam">The exam that was sat.</param>
    /// <param name="log">The log's answers.</param>
    /// <param name="origin">Names the log, so that two logs of one model are two sittings.</param>
    /// <param name="describe">What is known of a model by its name in the log, with its price where known.</param>
    /// <param name="ledger">Where to record.</param>
    /// <param name="edition">The edition, or null.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the user should know: keys on which log and exam differ, questions without an answer.</returns>
    /// <exception cref="BadInputException">The log answers a question the exam does not have, or one question twice, or
    /// shows options in another order.</exception>
    public static async Task<IReadOnlyList<Phrase>> RecordAsync(
        Exam exam, IReadOnlyList<LoggedReply> log, string origin, Func<string, Model> describe,
        Ledger ledger, string? edition, TimeProvider time, CancellationToken cancellationToken)
    {
        var questions = exam.Questions.ToDictionary(question => question.Id);
        var paper = Paper.Of(exam);
        log = Resolved(exam, log);
        RefuseTwins(log);
        foreach (var answers in log.GroupBy(reply => reply.Model))
        {
            var model = describe(answers.Key);
            var sitting = new Sitting(exam.Id, exam.Language, model, $"imported:{origin}");
            // Logs number repeats from 0 or from 1, and may leave some out.
            var repeats = answers.Select(reply => reply.Repeat).Distinct().Order().ToList();
            var attempts = new AttemptPlan(sitting.Key, paper, repeats.Count);
            var plan = Enumerable.Range(0, attempts.Count).Select(place => attempts[place]).ToDictionary(attempt => (attempt.Question.Id, repeats[attempt.Repeat]));
            await ledger.BeginAsync(sitting, repeats.Count, edition, cancellationToken);
            var entries = answers.Select(reply => Entry(reply, plan[(reply.Question, reply.Repeat)], exam.Credit, model.Price?.InYuan(), time.GetUtcNow()));
            await ledger.WriteAsync([new(sitting.Key) { Entries = [.. entries] }], cancellationToken);
        }

        return [.. Differences(log, questions), .. Gaps(exam, log)];
    }

    private static LedgerEntry Entry(LoggedReply logged, Attempt attempt, CreditRule credit, Rate? rate, DateTimeOffset now)
    {
        var reply = new Reply(logged.Outcome, logged.Text)
        {
            Usage = logged.Usage,
            Elapsed = logged.Elapsed,
        };
        return Regrading.Graded(
            new LedgerEntry(attempt.Key, attempt.Question.Id, attempt.Repeat, now, reply.PricedBy(rate), null), attempt.Question, credit, []);
    }

    /// <summary>The log with the question's id in each reply.</summary>
    private static List<LoggedReply> Resolved(Exam exam, IReadOnlyList<LoggedReply> log)
    {
        var finder = new QuestionFinder(exam);
        return [.. log.Select(reply =>
        {
            var question = finder.Find(reply);
            return ShownOptions.In(question, reply).Key == question.Key ? reply with { Question = question.Id } : throw new BadInputException(new(
                $"{reply.Place}: the options stand in another order than in the exam, by whose letters the reply would be graded. Use `jinbang grade`.",
                $"{reply.Place}：选项顺序与题库不同，而回复会按题库的字母评分。请改用 `jinbang grade`。"));
        })];
    }

    private static void RefuseTwins(IReadOnlyList<LoggedReply> log)
    {
        var seen = new Dictionary<(string, string, int), SourcePlace>();
        foreach (var reply in log)
        {
            if (!seen.TryAdd((reply.Model, reply.Question, reply.Repeat), reply.Place))
            {
                var before = seen[(reply.Model, reply.Question, reply.Repeat)];
                throw new BadInputException(new(
                    $"{reply.Place}: {reply.Model} answers question {reply.Question} again, as at {before}. Number repeats in a column \"repeat\". Nothing was imported.",
                    $"{reply.Place}：{reply.Model} 对题目 {reply.Question} 的作答与 {before} 重复。重复作答请用 repeat 列编号。未导入任何内容。"));
            }
        }
    }

    private static IEnumerable<Phrase> Differences(IReadOnlyList<LoggedReply> log, Dictionary<string, Question> questions) => log
        .Where(reply => reply.Key is not null && questions[reply.Question].Key is LettersKey && reply.Key != questions[reply.Question].Key.ToString())
        .DistinctBy(reply => reply.Question)
        .Select(reply => new Phrase(
            $"{reply.Place}: the log's key {reply.Key} differs from the exam's {questions[reply.Question].Key}; the exam's counts.",
            $"{reply.Place}：记录中的答案 {reply.Key} 与题库的 {questions[reply.Question].Key} 不同，以题库为准。"));

    private static IEnumerable<Phrase> Gaps(Exam exam, IReadOnlyList<LoggedReply> log) => log
        .GroupBy(reply => reply.Model)
        .Select(answers => (Model: answers.Key, Missing: exam.Questions.Count - answers.DistinctBy(reply => reply.Question).Count()))
        .Where(gap => gap.Missing > 0)
        .Select(gap => new Phrase(
            $"{gap.Model} has no answer to {gap.Missing} of {exam.Questions.Count} questions; its accuracy is over those it answered.",
            $"{gap.Model} 在 {exam.Questions.Count} 题中有 {gap.Missing} 题没有作答，准确率只按已作答的题计算。"));
}
