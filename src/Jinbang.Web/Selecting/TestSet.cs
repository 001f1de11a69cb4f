namespace Jinbang.Web.Selecting;

/// <summary>A test set that somebody uploaded, as it is kept beside its file.</summary>
/// <param name="Id">Its id; also the exam's.</param>
/// <param name="Title">What its owner calls it.</param>
/// <param name="By">Who uploaded it.</param>
/// <param name="At">When.</param>
/// <param name="File">The file's name in its folder: ours, not the visitor's.</param>
public sealed record TestSet(string Id, string Title, string By, DateTimeOffset At, string File)
{
    /// <summary>The language it is asked in.</summary>
    public Language Language { get; init; }

    /// <summary>How many questions can be asked.</summary>
    public int Questions { get; init; }

    /// <summary>Those of them that a judge gives points for.</summary>
    public int Judged { get; init; }

    /// <summary>What is wrong with it, row by row.</summary>
    public IReadOnlyList<TestSetProblem> Problems { get; init; } = [];

    /// <summary>Whether it can be asked: it has questions, and nothing wrong that would leave one out.</summary>
    public bool IsUsable => Questions > 0 && Problems.All(problem => !problem.IsError);
}
