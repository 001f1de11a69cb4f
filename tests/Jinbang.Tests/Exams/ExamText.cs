using System.Text;
using Jinbang.Exams;

namespace Jinbang.Tests.Exams;

/// <summary>Writes a text to a file of its own and reads it as an exam.</summary>
internal static class ExamText
{
    public static ExamReading Read(string text, string name = "exam.txt", Language? language = null) =>
        ReadBytes(Encoding.UTF8.GetBytes(text), name, language);

    public static ExamReading ReadBytes(byte[] bytes, string name = "exam.txt", Language? language = null)
    {
        using var file = new ExamOnDisk(bytes, name);
        return ExamReader.Read(file.Path, language);
    }

    /// <summary>One YAML question below a short head; the fields are indented already.</summary>
    public static ExamReading Question(string fields) => Read($"exam: t\nquestions:\n  - id: q1\n    {fields.ReplaceLineEndings("\n    ")}\n");
}
