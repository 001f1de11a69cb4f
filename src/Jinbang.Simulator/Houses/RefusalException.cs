namespace Jinbang.Simulator.Houses;

/// <summary>A request is not as its house wants it.</summary>
internal sealed class RefusalException(Problem problem) : Exception(problem.Message)
{
    public RefusalException(Trouble trouble, string message)
        : this(new Problem(trouble, message))
    {
    }

    public Problem Problem { get; } = problem;
}
