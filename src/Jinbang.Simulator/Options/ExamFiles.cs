using Jinbang.Exams;
using Jinbang.Simulator.Answers;

namespace Jinbang.Simulator.Options;

/// <summary>Reads the exams that simulated models know, in every language they are written in.</summary>
internal static class ExamFiles
{
    /// <exception cref="BadInputException">A file has no usable question in any language.</exception>
    public static AnswerSheet Read(IReadOnlyList<string> paths) => paths.Count == 0 ? AnswerSheet.Empty : new(paths.SelectMany(Read));

    private static IReadOnlyList<Exam> Read(string path)
    {
        List<BadInputException> problems = [];
        Exam[] exams = [.. Enum.GetValues<Language>().Select(language => Read(path, language, problems)).OfType<Exam>()];
        return exams.Length > 0 ? exams : throw problems.FirstOrDefault() ?? new BadInputException(new(
            $"{path}: there is no usable question in it.",
            $"{path}：其中没有可用的题目。"));
    }

    // A file in one language has nothing, or nothing usable, in the other.
    private static Exam? Read(string path, Language language, List<BadInputException> problems)
    {
        try
        {
            return ExamReader.Read(path, language).Exam;
        }
        catch (BadInputException problem)
        {
            problems.Add(problem);
            return null;
        }
    }
}
