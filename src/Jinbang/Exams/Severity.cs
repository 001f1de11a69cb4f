namespace Jinbang.Exams;

/// <summary>How bad a problem of an exam file is.</summary>
public enum Severity
{
    /// <summary>Worth a look; the question can be asked and graded.</summary>
    Warning,

    /// <summary>The question, or the file, cannot be used.</summary>
    Error,
}
