using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Statistics;

namespace Jinbang.Grading.Judges;

/// <summary>The sums of what judges replied on one exam; feed it one judgement after the other.</summary>
public sealed class JudgingTally
{
    private readonly SortedDictionary<string, JudgeReport> reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Rules, string Judge)>> readings = [];
    // In the order of answers' keys, so that sums do not depend on when judges replied.
    private readonly SortedDictionary<string, Dictionary<string, IReadOnlyList<double>>> shares = new(StringComparer.Ordinal);

    /// <summary>Whether nothing was judged.</summary>
    public bool IsEmpty => reports.Count == 0;

    /// <summary>Adds a judgement's cost.</summary>
    public void Pay(Judgement judgement)
    {
        var report = Report(judgement.Judge, new JudgeReport(judgement.Judge) { Cost = 0 });
        reports[judgement.Judge] = report with
        {
            Cost = report.Cost + judgement.Reply.Cost,
            IsSimulated = report.IsSimulated || judgement.Reply.ServedBy?.StartsWith("simulated", StringComparison.Ordinal) == true,
        };
    }

    /// <summary>Adds a reading of a reply that rules cannot read.</summary>
    public void AddReading(Question question, Reply reply, Judgement judgement)
    {
        var isBelieved = ReportedReading.Of(question, reply.Text, judgement).IsByJudge;
        Change(judgement, report => report with { Read = report.Read + 1, Invalid = report.Invalid + (isBelieved ? 0 : 1) });
    }

    /// <summary>Adds a reading of a reply that rules read too.</summary>
    public void AddComparison(Question question, Reply reply, Judgement judgement)
    {
        var rules = Named(Grader.For(question.Kind).Grade(question, CreditRule.Exact, reply).Reading);
        var judge = Named(ReportedReading.Of(question, reply.Text, judgement));
        readings.TryAdd(judgement.Judge, []);
        readings[judgement.Judge].Add((rules, judge));
        Change(judgement, report => report with { Compared = report.Compared + 1, Agreed = report.Agreed + (rules == judge ? 1 : 0) });
    }

    /// <summary>Adds points for an answer to an open question.</summary>
    /// <param name="answer">Identifies the answer.</param>
    /// <param name="rubric">What was judged by.</param>
    /// <param name="judgement">What the judge replied.</param>
    public void AddPoints(string answer, RubricKey rubric, Judgement judgement)
    {
        var points = RubricPoints.Of(rubric, judgement);
        Change(judgement, report => report with { Scored = report.Scored + 1, Invalid = report.Invalid + (points is null ? 1 : 0) });
        if (points is not null)
        {
            shares.TryAdd(answer, []);
            shares[answer][judgement.Judge] = [.. points.Zip(rubric.Criteria, (given, criterion) => (double)(given / criterion.Points))];
        }
    }

    /// <summary>The report of everything added.</summary>
    public JudgingReport Report() => new(
        [.. reports.Values.Select(report => report with { Kappa = readings.TryGetValue(report.Judge, out var both) ? Kappa.Cohen(both) : null })],
        [.. Pairs()],
        reports.Count > 2 ? Fleiss() : null);

    private static string Named(Reading reading) => $"{reading.Kind} {reading.Answer}";

    private IEnumerable<JudgePair> Pairs()
    {
        var names = reports.Keys.ToList();
        foreach (var (first, second) in names.SelectMany((first, at) => names.Skip(at + 1).Select(second => (first, second))))
        {
            var both = shares.Values.Where(given => given.ContainsKey(first) && given.ContainsKey(second))
                .SelectMany(given => given[first].Zip(given[second])).ToList();
            if (both.Count > 0)
            {
                yield return new JudgePair(first, second, both.Count, Kappa.Cohen(both), Kappa.Quadratic(both));
            }
        }
    }

    private double? Fleiss() => Kappa.Fleiss<double>([.. shares.Values
        .Where(given => given.Count == reports.Count)
        .SelectMany(given => Enumerable.Range(0, given.Values.First().Count).Select(at => given.Values.Select(points => points[at]).ToList()))]);

    private JudgeReport Report(string judge, JudgeReport fresh)
    {
        reports.TryAdd(judge, fresh);
        return reports[judge];
    }

    private void Change(Judgement judgement, Func<JudgeReport, JudgeReport> change) =>
        reports[judgement.Judge] = change(Report(judgement.Judge, new JudgeReport(judgement.Judge)));
}
