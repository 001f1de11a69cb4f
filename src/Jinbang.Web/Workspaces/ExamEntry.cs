using Jinbang.Exams;

namespace Jinbang.Web.Workspaces;

/// <summary>What lists say of an exam in one language; its questions are read when they are needed.</summary>
/// <param name="Id">The exam's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">The language it is asked in.</param>
/// <param name="IsFirstLanguage">Whether that is the first of its languages.</param>
/// <param name="Questions">How many questions it has.</param>
/// <param name="File">Its file.</param>
public sealed record ExamEntry(string Id, string Title, Language Language, bool IsFirstLanguage, int Questions, string File)
{
    /// <summary>Whether only who is signed in may know of it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether somebody uploaded it: then its questions without keys are judged, and its id and title are ours.</summary>
    public bool IsUpload { get; init; }

    /// <summary>The name that addresses and files know it by: its id, with the language where it is not the first.</summary>
    public string Name => IsFirstLanguage ? Id : $"{Id}-{Language.Code()}";

    /// <summary>Reads what lists say of an exam.</summary>
    public static ExamEntry Of(Exam exam, string file) => new(exam.Id, exam.Title, exam.Language, exam.Language == exam.Languages[0], exam.Questions.Count, file);
}
