using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>A way to lay out an exam file; one child a file of this folder.</summary>
internal abstract class ExamFormat
{
    /// <summary>All formats, the more particular ones first: the first that recognises a file reads it.</summary>
    public static IReadOnlyList<ExamFormat> All { get; } =
    [
        new YamlFormat(),
        new WorkbookFormat(),
        new CmbFormat(),
        new AgiEvalFormat(),
        new CflueFormat(),
        new CmExamFormat(),
        new MmluProFormat(),
        new FreeAnswerFormat(),
        new IfevalFormat(),
        new HeadedCsvFormat(),
        new MmluCsvFormat(),
    ];

    /// <summary>The name shown to users.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the content of the file is laid out in this way.</summary>
    public abstract bool Recognises(ExamFile file);

    /// <summary>Reads the exam; what is wrong with the file as a whole is added to the problems.</summary>
    /// <exception cref="BadInputException">The exam is not written in the language asked for.</exception>
    public abstract DraftExam Read(ExamFile file, Language? language, List<Problem> problems);
}
