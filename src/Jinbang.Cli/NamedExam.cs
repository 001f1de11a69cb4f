using System.CommandLine;
using Jinbang.Exams;
using Jinbang.Runs;

namespace Jinbang.Cli;

/// <summary>An exam that is named by its file, or is one of the workspace's and named by its id or title.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Exam">The exam as its file has it.</param>
/// <param name="Others">The other exams of the workspace that can be read.</param>
internal sealed record NamedExam(string Path, Exam Exam, IReadOnlyList<Exam> Others)
{
    /// <exception cref="BadInputException">No exam has this name, more than one has, or it cannot be used.</exception>
    public static NamedExam Read(SharedOptions shared, ParseResult words, Workspace workspace, string name)
    {
        var language = shared.Language(words) ?? workspace.Language;
        var known = shared.ExamFiles(words, workspace).Where(path => !IsSame(path, name)).Select(path => (Path: path, Exam: TryRead(path, language))).ToList();
        var exams = known.Where(exam => exam.Exam is not null).Select(exam => (exam.Path, Exam: exam.Exam!)).ToList();
        var path = File.Exists(name) ? name : Find(name, exams);
        return new(
            path, ExamReader.ReadForUse(path, language, words.GetValue(shared.LeaveOutBad)),
            [.. exams.Where(exam => exam.Path != path).Select(exam => exam.Exam)]);
    }

    /// <summary>The exam in each of its languages, or in the one that the command line asks for.</summary>
    public IEnumerable<Exam> InLanguages(SharedOptions shared, ParseResult words) => shared.Language(words) is null
        ? Exam.Languages.Select(language => language == Exam.Language ? Exam : ExamReader.ReadForUse(Path, language, words.GetValue(shared.LeaveOutBad)))
        : [Exam];

    private static string Find(string name, IReadOnlyList<(string Path, Exam Exam)> exams)
    {
        var named = exams.Where(exam => Is(exam.Exam, name)).ToList();
        var found = named.Count > 0 ? named : [.. exams.Where(exam => Holds(exam.Exam, name))];
        var list = string.Join(", ", (found.Count > 1 ? found : exams).Select(exam => exam.Exam.Id));
        return found switch
        {
            [var only] => only.Path,
            [] => throw new BadInputException(new(
                $"There is neither a file {name} nor an exam of that name here; there are: {list}.",
                $"既没有文件 {name}，也没有名为 {name} 的题库；现有：{list}。")),
            _ => throw new BadInputException(new($"{name} may be any of {list}: write more of the name.", $"{name} 可能是 {list} 中的任何一个：请写全名字。")),
        };
    }

    private static bool Is(Exam exam, string name) =>
        exam.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || exam.Title.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(Exam exam, string name) =>
        exam.Id.Contains(name, StringComparison.OrdinalIgnoreCase) || exam.Title.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string path, string name) => File.Exists(name) && System.IO.Path.GetFullPath(path) == System.IO.Path.GetFullPath(name);

    // An exam with mistakes, or in another language, is no reason not to look at this one.
    private static Exam? TryRead(string path, Language? language)
    {
        try
        {
            return ExamReader.Read(path, language).Exam;
        }
        catch (BadInputException)
        {
            return null;
        }
    }
}
