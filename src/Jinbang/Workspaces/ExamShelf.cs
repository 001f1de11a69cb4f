using Jinbang.Exams;
using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>The exams of a workspace.</summary>
/// <param name="workspace">The workspace.</param>
public sealed class ExamShelf(Workspace workspace)
{
    /// <summary>Whether questions that have errors are left out instead of refusing their exam.</summary>
    public bool LeavesOutBad { get; init; }

    /// <summary>The files that the workspace names, else the samples.</summary>
    public IReadOnlyList<string> Files { get; } = workspace.Exams.Count > 0 ? [.. workspace.Exams.Select(workspace.Locate)] : Samples();

    /// <summary>The file itself, or the one of the workspace's exams that is called so without its ending.</summary>
    public string FileOf(string name) =>
        File.Exists(name) ? name : Files.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name) ?? name;

    /// <summary>Reads exams.</summary>
    /// <param name="files">Their files.</param>
    /// <param name="language">The language to read them in; null for each exam's first.</param>
    /// <param name="everyLanguage">Whether to read each exam in all its languages when none is asked for.</param>
    /// <exception cref="BadInputException">One cannot be used.</exception>
    public IReadOnlyList<Exam> Read(IReadOnlyList<string> files, Language? language, bool everyLanguage)
    {
        var exams = InParallel.Select(files, path => ExamReader.ReadForUse(path, language, LeavesOutBad));
        RefuseTwins(exams);
        // An exam of one language has been read in it.
        return everyLanguage && language is null
            ? [.. exams.SelectMany((exam, at) => exam.Languages.Count == 1 ? [exam] : exam.Languages.Select(spoken => ExamReader.ReadForUse(files[at], spoken, LeavesOutBad)))]
            : exams;
    }

    private static void RefuseTwins(IEnumerable<Exam> exams)
    {
        if (exams.GroupBy(exam => exam.Id).FirstOrDefault(group => group.Count() > 1) is { } twins)
        {
            throw new BadInputException(new(
                $"Two exams are named {twins.Key}: their boards would overwrite each other. Rename a file, or change \"exam\" in it.",
                $"有两份题库都叫 {twins.Key}，榜单会互相覆盖。请改文件名，或改其中的 exam 一项。"));
        }
    }

    private static string[] Samples() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.yaml").Order(StringComparer.Ordinal)];
}
