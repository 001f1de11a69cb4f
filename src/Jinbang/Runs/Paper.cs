using System.Globalization;
using System.Runtime.CompilerServices;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Statistics;

namespace Jinbang.Runs;

/// <summary>An exam made ready to be sat: what identifies each question, and the order that all models are asked in.</summary>
/// <remarks>The order is the same for every model, so that models can be compared over any beginning of it.</remarks>
internal sealed class Paper
{
    private static readonly ConditionalWeakTable<Exam, Paper> Prepared = [];

    private readonly string[] texts;
    private readonly int[] order;
    private readonly Lazy<string> questionsMark;
    private readonly Lazy<string> version;

    private Paper(Exam exam)
    {
        Exam = exam;
        var twins = new Dictionary<string, int>();
        texts = [.. exam.Questions.Select(question => Numbered(TextHash(question), question.TwinsDropped, twins))];
        questionsMark = new(() => Fingerprint.Of([.. exam.Questions.SelectMany(MarksOf)]));
        version = new(() => VersionOf(texts));
        order = FairOrder.Of(Strata(exam), [.. texts.Select(Chance)]);
    }

    public Exam Exam { get; }

    /// <summary>An exam made ready, once however many ask for it.</summary>
    public static Paper Of(Exam exam) => Prepared.GetValue(exam, static exam => new Paper(exam));

    public int Count => order.Length;

    /// <summary>The question that is asked as the n-th, from 0.</summary>
    public Question this[int place] => Exam.Questions[order[place]];

    /// <summary>Identifies what the n-th question asks, not its id, so that numbering an exam anew asks nothing again; of
    /// questions that ask the very same, the second is another one than the first.</summary>
    public string TextAt(int place) => texts[order[place]];

    /// <summary>The same of a question by its place in the exam file.</summary>
    public string TextOf(int question) => texts[question];

    /// <summary>What identifies all questions that ask the very same.</summary>
    public static string Untwinned(string text) => text[..text.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>Identifies the questions as they are worded; of a part of them when only some were asked.</summary>
    /// <param name="wasAsked">Whether the question at a place of the exam file belongs to it.</param>
    public string Version(Func<int, bool> wasAsked) =>
        Enumerable.Range(0, texts.Length).All(wasAsked) ? version.Value : VersionOf(texts.Where((_, place) => wasAsked(place)));

    /// <summary>Identifies everything that a sitting's sums depend on besides its replies.</summary>
    /// <param name="repeats">How often each question is asked.</param>
    public string Mark(int repeats) => Fingerprint.Of(Tally.Version, Digits(repeats), questionsMark.Value);

    private static string VersionOf(IEnumerable<string> texts) => Fingerprint.Of([.. texts.Order(StringComparer.Ordinal)]);

    private IEnumerable<string?> MarksOf(Question question, int at) =>
        [texts[at], Regrading.Mark(question, Exam.Credit, null), question.Weight.ToString(CultureInfo.InvariantCulture)];

    private static int[] Strata(Exam exam)
    {
        var numbers = new Dictionary<string, int>();
        return [.. exam.Questions.Select(question => numbers.TryGetValue(question.Stratum ?? "", out var number)
            ? number
            : numbers[question.Stratum ?? ""] = numbers.Count)];
    }

    private static ulong Chance(string text) => AttemptIndex.Number(Fingerprint.Of("order/1", text));

    private static string Numbered(string text, int dropped, Dictionary<string, int> twins)
    {
        var nth = twins[text] = twins.GetValueOrDefault(text) + 1;
        return $"{text}/{Digits(nth + dropped)}";
    }

    private static string TextHash(Question question) => Fingerprint.Of(
        [question.Kind.ToString(), question.Passage, question.Stem, Unit(question), .. question.Options.SelectMany(Parts)]);

    private static IEnumerable<string> Parts(Option option) => [option.Letter.ToString(), option.Text];

    private static string? Unit(Question question) => (question.Key as NumberKey)?.Unit;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
