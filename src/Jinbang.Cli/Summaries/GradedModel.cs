using Jinbang.Runs.Logs;
using Jinbang.Statistics;

namespace Jinbang.Cli.Summaries;

/// <summary>One model's line of a summary.</summary>
/// <param name="Model">Its name; null when the log does not tell.</param>
/// <param name="Accuracy">Weighted share of points over graded replies; null when there is none.</param>
/// <param name="AccuracyLow">The lower end of Wilson's 95 % interval.</param>
/// <param name="AccuracyHigh">Its upper end.</param>
/// <param name="Graded">Replies graded.</param>
/// <param name="Right">Of these, those with full points.</param>
/// <param name="Partial">Those with some.</param>
/// <param name="Wrong">Answers without points.</param>
/// <param name="Unreadable">Replies that no rule reads.</param>
/// <param name="Unanswered">Replies without an answer.</param>
/// <param name="Failed">Calls without a reply; not graded.</param>
/// <param name="NotAsked">Questions of the exam that the log has nothing of.</param>
internal sealed record GradedModel(
    string? Model, double? Accuracy, double? AccuracyLow, double? AccuracyHigh,
    int Graded, int Right, int Partial, int Wrong, int Unreadable, int Unanswered, int Failed, int NotAsked)
{
    public static GradedModel Of(LogTally log, int questions)
    {
        var tally = log.Tally;
        var interval = tally.Accuracy is { } share ? Intervals.Wilson(share * tally.Graded, tally.Graded, 0.95) : (Interval?)null;
        return new(
            log.Model.Length > 0 ? log.Model : null, tally.Accuracy, interval?.Low, interval?.High,
            tally.Graded, tally.Right, tally.Partial, tally.Wrong, tally.Unreadable, tally.Unanswered, tally.Failed,
            questions - log.Questions);
    }
}
