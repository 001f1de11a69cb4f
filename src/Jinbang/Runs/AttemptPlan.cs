using System.Globalization;
using Jinbang.Exams;

namespace Jinbang.Runs;

/// <summary>All attempts of a sitting.</summary>
internal static class AttemptPlan
{
    /// <summary>The attempts by their keys, repeat after repeat, in the order of the exam.</summary>
    /// <remarks>A key is made of what is asked, not of the question's id, so that numbering an exam anew asks nothing
    /// again; of questions that ask the very same, the second is another attempt than the first.</remarks>
    /// <param name="sitting">The sitting's key.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="repeats">How often each question is asked.</param>
    public static Dictionary<string, Attempt> Of(string sitting, Exam exam, int repeats)
    {
        var plan = new Dictionary<string, Attempt>(exam.Questions.Count * repeats);
        var twins = new Dictionary<string, int>();
        var texts = exam.Questions.Select(question => Numbered(TextHash(question), twins)).ToList();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            for (var i = 0; i < texts.Count; i++)
            {
                var key = Fingerprint.Of(sitting, texts[i], Digits(repeat));
                plan.Add(key, new Attempt(key, exam.Questions[i], repeat));
            }
        }

        return plan;
    }

    private static string Numbered(string text, Dictionary<string, int> twins)
    {
        var nth = twins[text] = twins.GetValueOrDefault(text) + 1;
        return $"{text}/{Digits(nth)}";
    }

    private static string TextHash(Question question) => Fingerprint.Of(
        [question.Kind.ToString(), question.Passage, question.Stem, Unit(question), .. question.Options.SelectMany(Parts)]);

    private static IEnumerable<string> Parts(Option option) => [option.Letter.ToString(), option.Text];

    private static string? Unit(Question question) => (question.Key as NumberKey)?.Unit;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
