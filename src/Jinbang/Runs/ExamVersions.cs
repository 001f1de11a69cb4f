using Jinbang.Exams;

namespace Jinbang.Runs;

/// <summary>Tells versions of an exam apart.</summary>
public static class ExamVersions
{
    /// <summary>Identifies the exam's questions as they are worded, in whatever order and under whatever ids; keys do not count,
    /// for a corrected key asks nobody anything else.</summary>
    public static string Of(Exam exam) => Paper.Of(exam).Version(_ => true);
}
