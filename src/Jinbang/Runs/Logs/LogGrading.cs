using System.Buffers;
using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Runs.Logs;

/// <summary>Grades logged replies by an exam's keys; nothing is kept in a ledger.</summary>
public sealed class LogGrading
{
    private const int MostWarnings = 5;
    private const int FlushAt = 64 << 10;
    private readonly OrderedDictionary<string, LogTally> tallies = [];
    private readonly List<Phrase> warnings = [];
    private readonly Exam exam;
    private readonly QuestionFinder finder;

    private LogGrading(Exam exam)
    {
        this.exam = exam;
        finder = new QuestionFinder(exam);
    }

    /// <summary>What each model achieved, in the order of the log.</summary>
    public IReadOnlyList<LogTally> Models => tallies.Values;

    /// <summary>How many replies stand beside another text than their question's.</summary>
    public int Differing { get; private set; }

    /// <summary>The first of these.</summary>
    public IReadOnlyList<Phrase> Warnings => warnings;

    /// <summary>Grades a log and writes JSONL with a verdict a line.</summary>
    /// <param name="exam">The exam.</param>
    /// <param name="log">The replies, taken one at a time.</param>
    /// <param name="output">Gets a line for each reply, in the order of the log.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">A reply is to no question of the exam, or its options are others.</exception>
    public static async Task<LogGrading> GradeAsync(
        Exam exam, IEnumerable<LoggedReply> log, Stream output, CancellationToken cancellationToken)
    {
        var grading = new LogGrading(exam);
        var lines = new ArrayBufferWriter<byte>(FlushAt);
        await using var writer = new Utf8JsonWriter(lines, ReadingJson.Options);
        foreach (var reply in log)
        {
            cancellationToken.ThrowIfCancellationRequested();
            grading.Add(reply, lines, writer);
            if (lines.WrittenCount >= FlushAt)
            {
                await output.WriteAsync(lines.WrittenMemory, cancellationToken);
                lines.ResetWrittenCount();
            }
        }

        await output.WriteAsync(lines.WrittenMemory, cancellationToken);
        return grading;
    }

    private void Add(LoggedReply logged, ArrayBufferWriter<byte> lines, Utf8JsonWriter writer)
    {
        var question = finder.Find(logged);
        if (QuestionFinder.Differs(logged, question))
        {
            Warn(logged, question);
        }

        var shown = ShownOptions.In(question, logged);
        var reply = new Reply(logged.Outcome, logged.Text);
        var grade = logged.Outcome == Outcome.Failed ? null : Judged.Grade(shown, exam.Credit, reply, []);
        TallyOf(logged.Model).Add(question, logged, reply, grade);
        writer.Reset(lines);
        Write(writer, shown, logged, grade);
        writer.Flush();
        lines.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter writer, Question question, LoggedReply logged, Grade? grade)
    {
        writer.WriteStartObject();
        writer.WriteString("id", question.Id);
        writer.WriteString("model", logged.Model.Length > 0 ? logged.Model : null);
        writer.WriteString("verdict", grade is not null ? GradeWords.Code(grade.Verdict) : logged.Outcome == Outcome.Failed ? "failed" : "not-judged");
        if (grade is not null)
        {
            writer.WriteNumber("points", grade.Points);
            ReadingJson.Write(writer, question.Kind, grade.Reading);
        }

        writer.WriteString("key", question.Key.ToString());
        writer.WriteEndObject();
    }

    private LogTally TallyOf(string model)
    {
        if (!tallies.TryGetValue(model, out var tally))
        {
            tallies.Add(model, tally = new LogTally(model));
        }

        return tally;
    }

    private void Warn(LoggedReply logged, Question question)
    {
        Differing++;
        if (warnings.Count < MostWarnings)
        {
            warnings.Add(new(
                $"{logged.Place}: the text beside the reply is not that of question {question.Id}; it was graded by the id.",
                $"{logged.Place}：该回复所附的题干与题目 {question.Id} 不同；已按编号评分。"));
        }
    }
}
