using System.Globalization;
using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Logs;
using Jinbang.Runs.Marks;

namespace Jinbang.Runs.Cases;

/// <summary>A case as a JSON object. With its id, model, options, outcome and reply it can be graded again by itself.</summary>
internal static class CaseJson
{
    public static void Write(Utf8JsonWriter writer, Case found)
    {
        writer.WriteStartObject();
        writer.WriteString("exam", found.Exam.Id);
        writer.WriteString("language", found.Exam.Language.Code());
        writer.WriteString("examVersion", found.ExamVersion);
        Write(writer, found.Question);
        writer.WriteString("model", found.Model.Name);
        writer.WriteNumber("repeat", found.Entry.Repeat);
        Write(writer, found.Entry.Reply);
        writer.WriteString("askedAt", found.Entry.AskedAt);
        WriteGrade(writer, found.Question.Kind, found.Entry.Grade);
        if (found.Mark is { Mark: not null } mark)
        {
            Write(writer, mark, found.Question);
            writer.WriteStartObject("withoutMark");
            WriteGrade(writer, found.Question.Kind, found.WithoutMark);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Question question)
    {
        writer.WriteString("id", question.Id);
        writer.WriteString("stratum", question.Stratum);
        writer.WriteString("passage", question.Passage);
        writer.WriteString("stem", question.Stem);
        writer.WriteStartObject("options");
        foreach (var option in question.Options)
        {
            writer.WriteString(option.Letter.ToString(), option.Text);
        }

        writer.WriteEndObject();
        writer.WriteString("key", question.Key.ToString());
    }

    private static void Write(Utf8JsonWriter writer, Reply reply)
    {
        writer.WriteString("outcome", GradeWords.Code(reply.Outcome));
        writer.WriteString("error", reply.Error);
        writer.WriteString("reply", reply.Text);
        writer.WriteString("thinking", reply.Thinking);
        Write(writer, "promptTokens", reply.Usage?.Prompt);
        Write(writer, "replyTokens", reply.Usage?.Completion);
        Write(writer, "seconds", (decimal?)reply.Elapsed?.TotalSeconds);
        Write(writer, "yuan", reply.Cost);
    }

    private static void WriteGrade(Utf8JsonWriter writer, QuestionKind asked, Grade? grade)
    {
        writer.WriteString("verdict", grade is null ? null : GradeWords.Code(grade.Verdict));
        Write(writer, "points", grade?.Points);
        writer.WritePropertyName("reading");
        if (grade is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        ReadingJson.Write(writer, asked, grade.Reading);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LedgerMark mark, Question question)
    {
        writer.WriteStartObject("mark");
        writer.WriteString("by", mark.By);
        writer.WriteString("reason", mark.Reason);
        writer.WriteString("givenAt", mark.GivenAt.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("keyThen", mark.AnswerKey);
        writer.WriteBoolean("isUnderAnotherKey", mark.Mark!.IsUnderAnotherKey(question));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, decimal? number)
    {
        writer.WritePropertyName(name);
        if (number is { } known)
        {
            writer.WriteNumberValue(known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
