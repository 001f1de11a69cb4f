using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

/// <summary>Replies that reason and then say "So the answer is …", to questions for letters, truth, numbers, words and brackets.</summary>
public partial class RealReasoningTests
{
    private const string Cue = "the answer is ";

    [Fact]
    public void Replies_that_announce_their_answer_are_graded_as_the_announcement_alone()
    {
        var differences = new List<string>();
        foreach (var file in Directory.EnumerateFiles(SharedData.Path("banks/bbh"), "*.jsonl"))
        {
            foreach (var line in File.ReadLines(file))
            {
                using var row = JsonDocument.Parse(line);
                var (target, reply) = (row.RootElement.GetProperty("target").GetString()!, row.RootElement.GetProperty("davinci_cot_reply").GetString()!);
                var said = reply.LastIndexOf(Cue, StringComparison.Ordinal) is >= 0 and var at ? reply[(at + Cue.Length)..].Split('\n')[0].Trim().TrimEnd('.') : null;
                var question = Question(row.RootElement.GetProperty("input").GetString()!, target);
                if (said is not null && IsRight(question, reply) != (said == target))
                {
                    differences.Add($"{Path.GetFileName(file)}: {said} for {target}");
                }
            }
        }

        Assert.Empty(differences);
    }

    private static bool IsRight(Question question, string reply) =>
        Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, reply)).Verdict == Verdict.Right;

    private static Question Question(string input, string target)
    {
        Option[] options = [.. Options().Matches(input).Select(match => new Option(match.Groups[1].Value[0], match.Groups[2].Value))];
        return options.Length is > 0 and <= 10 ? new("q", QuestionKind.SingleChoice, input, options, new LettersKey(target.Trim('(', ')')))
            : target is "True" or "False" or "yes" or "no" ? Questions.Free(QuestionKind.TrueFalse, new TruthKey(target is "True" or "yes"))
            : decimal.TryParse(target, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Questions.Free(QuestionKind.Number, new NumberKey(number))
            : Questions.Free(QuestionKind.ShortText, new TextKey([target]));
    }

    [GeneratedRegex(@"^\(([A-Z])\) (.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Options();
}
