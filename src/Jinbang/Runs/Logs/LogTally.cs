using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Runs.Logs;

/// <summary>One model's graded replies of a log.</summary>
/// <param name="model">The model's name; empty when the log does not tell.</param>
public sealed class LogTally(string model)
{
    private readonly HashSet<string> answered = [];

    /// <summary>The model's name; empty when the log does not tell.</summary>
    public string Model { get; } = model;

    /// <summary>The sums of its replies.</summary>
    public Tally Tally { get; } = new();

    /// <summary>How many different questions it was asked.</summary>
    public int Questions => answered.Count;

    internal void Add(Question question, LoggedReply logged, Models.Reply reply, Grade? grade)
    {
        answered.Add(question.Id);
        Tally.Add(new GradedReply(question, logged.Repeat, reply, grade));
    }
}
