using Jinbang.Exams;

namespace Jinbang.Web.Workspaces;

/// <summary>An exam's file with what lists say of it, followed as it changes.</summary>
/// <param name="path">The file.</param>
/// <param name="language">The language to ask in; null for all that it has.</param>
internal sealed class ListedExam(string path, Language? language)
{
    private readonly RestingFile file = new(path);

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>The language to ask in; null for all that it has.</summary>
    public Language? Language => language;

    /// <summary>One in each language; those of before while the file cannot be used.</summary>
    public IReadOnlyList<ExamEntry> Entries { get; private set; } = [];

    /// <summary>Why the file cannot be used as it is now; null when it can.</summary>
    public Phrase? Problem { get; private set; }

    /// <summary>Whether it must be read.</summary>
    public bool IsDue() => file.HasChanged();

    /// <summary>Reads it.</summary>
    public ListedExam Read()
    {
        try
        {
            var first = ExamReader.ReadForUse(path, language, leaveOutBad: false);
            (Entries, Problem) = ([.. InLanguages(first).Select(exam => ExamEntry.Of(exam, path))], null);
        }
        catch (BadInputException fault)
        {
            Problem = fault.Problem;
        }

        return this;
    }

    private IEnumerable<Exam> InLanguages(Exam first) => language is not null || first.Languages.Count == 1
        ? [first]
        : first.Languages.Select(spoken => spoken == first.Language ? first : ExamReader.ReadForUse(path, spoken, leaveOutBad: false));
}
