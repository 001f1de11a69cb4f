using System.Globalization;
using Jinbang.Exams.Checks;
using Jinbang.Exams.Drafts;
using Jinbang.Exams.Formats;

namespace Jinbang.Exams;

/// <summary>Reads exam files of every known format, recognised by their content.</summary>
public static class ExamReader
{
    private const int ShownErrors = 10;

    /// <summary>Reads an exam and reports everything wrong with it.</summary>
    /// <param name="path">The exam file.</param>
    /// <param name="language">The language to ask in; null for the exam's first or only language.</param>
    /// <param name="judgeKeyless">Whether questions without key, options and the like are open ones, judged by <see cref="GeneralRubric"/>,
    /// instead of errors.</param>
    /// <param name="bounds">How much is read; null for <see cref="ExamBounds.Widest"/>.</param>
    /// <returns>The usable questions and all problems.</returns>
    /// <exception cref="BadInputException">The file cannot be opened, is not recognised as an exam,
    /// or is not written in the language asked for.</exception>
    public static ExamReading Read(string path, Language? language = null, bool judgeKeyless = false, ExamBounds? bounds = null)
    {
        var file = ExamFile.Open(path);
        var format = ExamFormat.All.FirstOrDefault(format => format.Recognises(file)) ?? throw NotRecognised(path);
        var problems = new List<Problem>();
        if (file.Oddity is { } oddity)
        {
            problems.Add(new Problem(Severity.Warning, new SourcePlace(path, 0), null, oddity));
        }

        var draft = format.Read(file, language, problems);
        var check = new ExamCheck(problems);
        var questions = Bounded(draft.Questions, bounds ?? ExamBounds.Widest, path, problems).Select(question => check.Check(judgeKeyless ? Judged(question) : question)).OfType<Question>().ToList();
        ReportNone(questions, path, problems);
        return new ExamReading(Exam(path, draft, questions, language, problems), format.Name, problems);
    }

    /// <summary>Reads an exam that is about to be asked.</summary>
    /// <param name="path">The exam file.</param>
    /// <param name="language">The language to ask in; null for the exam's first or only language.</param>
    /// <param name="leaveOutBad">Whether to leave unusable questions out instead of throwing.</param>
    /// <param name="judgeKeyless">As for <see cref="Read"/>.</param>
    /// <exception cref="BadInputException">As for <see cref="Read"/>; or the exam has errors that are not to be
    /// left out, or no usable question.</exception>
    public static Exam ReadForUse(string path, Language? language, bool leaveOutBad, bool judgeKeyless = false)
    {
        var reading = Read(path, language, judgeKeyless);
        return reading.Exam is { } exam && (leaveOutBad || !reading.HasErrors) ? exam : throw Errors(path, reading);
    }

    private static Exam? Exam(
        string path, DraftExam draft, List<Question> questions, Language? asked, List<Problem> problems)
    {
        var id = ExamId.Of(path, draft, problems);
        if (questions.Count == 0)
        {
            return null;
        }

        var language = draft.Language ?? TextLanguage.Detect(questions.SelectMany(question => question.Stem));
        return asked is not { } wanted || wanted == language
            ? new Exam(id, draft.Title ?? id, language, draft.Credit, [.. questions.Select(question => Settled(question, language, draft.IsLoose))])
            {
                Languages = draft.Languages.Count > 0 ? draft.Languages : [language],
            }
            : throw LanguageNames.Missing(path, wanted, [language]);
    }

    // The language may have been detected from all questions, so their keys learn it last.
    private static Question Settled(Question question, Language language, bool isLoose) =>
        question.Key is InstructionsKey key ? question with { Key = key with { Language = language, IsLoose = isLoose } } : question;

    private static DraftQuestion Judged(DraftQuestion draft) =>
        draft is { Kind: null or QuestionKind.Open, Options.Count: 0, Instructions.Count: 0, Rubric.Count: 0, Stem: { Length: > 0 } stem } && draft.Key.All(string.IsNullOrWhiteSpace)
            ? draft with
            {
                Kind = QuestionKind.Open,
                Key = [],
                Rubric = [.. GeneralRubric.In(TextLanguage.Detect(stem)).Select(want => new DraftCriterion(want.Points.ToString(CultureInfo.InvariantCulture), want.Text))],
            }
            : draft;

    private static IEnumerable<DraftQuestion> Bounded(IEnumerable<DraftQuestion> drafts, ExamBounds bounds, string path, List<Problem> problems)
    {
        var (count, letters) = (0, 0L);
        foreach (var draft in drafts)
        {
            Phrase? beyond = count++ == bounds.Questions
                ? new($"The file has more than {bounds.Questions} questions; the rest was not read. Split it.", $"题目超过 {bounds.Questions} 道，其余未读；请拆分文件。")
                : (letters += draft.Letters) > bounds.Letters
                ? new($"The questions have more than {bounds.Letters} characters together; the rest was not read. Split the file.", $"题目合计超过 {bounds.Letters} 个字符，其余未读；请拆分文件。")
                : null;
            if (beyond is { } problem)
            {
                problems.Add(new Problem(Severity.Error, draft.Place, null, problem));
                yield break;
            }

            yield return draft;
        }
    }

    private static void ReportNone(List<Question> questions, string path, List<Problem> problems)
    {
        if (questions.Count == 0 && problems.All(problem => problem.Severity is Severity.Warning))
        {
            problems.Add(new Problem(Severity.Error, new SourcePlace(path, 0), null, new("The exam has no questions.", "试卷没有题目。")));
        }
    }

    private static BadInputException NotRecognised(string path)
    {
        var names = string.Join(", ", ExamFormat.All.Select(format => format.Name));
        return new(new(
            $"\"{path}\" is not recognised as an exam; formats known: {names}. See docs/exam-format.md.",
            $"无法把“{path}”识别为试卷；已知格式：{names}。参见 docs/exam-format.md。"));
    }

    private static BadInputException Errors(string path, ExamReading reading)
    {
        var errors = reading.Problems.Where(problem => problem.Severity is Severity.Error).ToList();
        var more = errors.Count - ShownErrors;
        return new(new(
            $"The exam \"{path}\" has {errors.Count} errors:\n" + Lines(errors, Language.English)
            + (more > 0 ? $"\n… and {more} more" : "")
            + "\nRun `jinbang exams check FILE` to see all; with --leave-out-bad the usable questions are asked.",
            $"试卷“{path}”有 {errors.Count} 处错误：\n" + Lines(errors, Language.Chinese)
            + (more > 0 ? $"\n……另有 {more} 处" : "")
            + "\n运行 `jinbang exams check FILE` 查看全部；加 --leave-out-bad 则只用可用的题目。"));
    }

    private static string Lines(List<Problem> errors, Language language) => string.Join('\n', errors.Take(ShownErrors).Select(problem =>
        $"  {problem.Place}: {(problem.Question is null ? "" : $"[{problem.Question}] ")}{problem.What.In(language)}"));
}
