using Jinbang.Exams;

namespace Jinbang.Runs.Search;

/// <summary>An exam whose questions can be searched.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Language">The language it is asked in.</param>
/// <param name="Mark">Another one whenever the questions may have changed.</param>
/// <param name="Read">Reads it.</param>
public sealed record SearchExam(string Id, Language Language, string Mark, Func<Exam> Read);
