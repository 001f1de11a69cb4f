using System.Globalization;
using System.Text.RegularExpressions;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Agreement;

/// <summary>Replies to BIG-Bench Hard that reason and then say "So the answer is …" (Suzgun et al. 2022, arXiv 2210.09261).</summary>
public static partial class ReasonedReplies
{
    private const string Cue = "the answer is ";

    /// <summary>The mean accuracy over tasks beside that of the plain reading of what follows "the answer is".</summary>
    public static IEnumerable<Figure> Measure(string banks)
    {
        var tasks = Directory.EnumerateFiles(Path.Combine(banks, "bbh"), "*.jsonl").Select(Compare).ToList();
        yield return Figure.Sum(
            $"bbh: mean accuracy over {tasks.Count} tasks, in percent", Math.Round(tasks.Average(task => task.Ours), 2), Math.Round(tasks.Average(task => task.Plain), 2), 0);
        yield return Figure.Share("bbh: replies with the same verdict as by the plain reading", tasks.Sum(task => task.Same), tasks.Sum(task => task.All), 1);
    }

    private static (decimal Ours, decimal Plain, int Same, int All) Compare(string file)
    {
        var (ours, plain, same, all) = (0, 0, 0, 0);
        foreach (var row in JsonLines.Read(file))
        {
            var (target, reply) = (row.Text("target"), row.Text("davinci_cot_reply"));
            if (reply.LastIndexOf(Cue, StringComparison.Ordinal) is not (>= 0 and var at))
            {
                continue;
            }

            var isPlain = reply[(at + Cue.Length)..].Split('\n')[0].Trim().TrimEnd('.') == target;
            var question = Question(row.Text("input"), target);
            var isOurs = Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, reply)).Verdict == Verdict.Right;
            (ours, plain, same, all) = (ours + (isOurs ? 1 : 0), plain + (isPlain ? 1 : 0), same + (isOurs == isPlain ? 1 : 0), all + 1);
        }

        return (100m * ours / all, 100m * plain / all, same, all);
    }

    private static Question Question(string input, string target)
    {
        Option[] options = [.. Options().Matches(input).Select(match => new Option(match.Groups[1].Value[0], match.Groups[2].Value))];
        return options.Length is > 0 and <= 10 ? new("q", QuestionKind.SingleChoice, input, options, new LettersKey(target.Trim('(', ')')))
            : target is "True" or "False" or "yes" or "no" ? new("q", QuestionKind.TrueFalse, input, [], new TruthKey(target is "True" or "yes"))
            : decimal.TryParse(target, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new("q", QuestionKind.Number, input, [], new NumberKey(number))
            : new("q", QuestionKind.ShortText, input, [], new TextKey([target]));
    }

    [GeneratedRegex(@"^\(([A-Z])\) (.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Options();
}
