namespace Jinbang;

/// <summary>Something a user gave (a file, an option, a setting) cannot be used; nothing was asked or paid.</summary>
public sealed class BadInputException(Phrase problem, Exception? cause = null) : Exception(problem.English, cause)
{
    /// <summary>What is wrong, where, and what to do, in both languages.</summary>
    public Phrase Problem { get; } = problem;
}
