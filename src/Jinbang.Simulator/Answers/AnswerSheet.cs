using Jinbang.Exams;

namespace Jinbang.Simulator.Answers;

/// <summary>The questions that simulated models know, found by what a prompt says.</summary>
public sealed class AnswerSheet
{
    private readonly StemIndex index;

    /// <summary>Makes the sheet of some exams; of questions that ask the same, the first counts.</summary>
    public AnswerSheet(IEnumerable<Exam> exams)
    {
        KnownQuestion[] questions = [.. exams.SelectMany(exam => exam.Questions, (exam, question) => new KnownQuestion(exam.Id, question))];
        index = new StemIndex(questions
            .GroupBy(known => StemIndex.Squeezed(known.Question.Stem))
            .Where(group => group.Key.Length > 0)
            .Select(group => new Stem(group.Key, group)));
        Texts = [.. questions.Select(known => known.Question.Key).OfType<TextKey>().Select(key => key.Accepted[0]).Distinct()];
    }

    /// <summary>No questions: models guess letters.</summary>
    public static AnswerSheet Empty { get; } = new([]);

    /// <summary>Right answers to questions for a short text, which are good wrong answers to others.</summary>
    internal IReadOnlyList<string> Texts { get; }

    /// <summary>
    /// The question that a prompt asks, in whatever template: the last whose stem is followed by its options,
    /// since examples go before; else the last whose stem is there; null when no stem is.
    /// </summary>
    public Question? Find(string prompt) => Recall(prompt)?.Question;

    /// <summary>The question that a prompt asks, with its exam.</summary>
    internal KnownQuestion? Recall(string prompt)
    {
        var text = StemIndex.Squeezed(prompt);
        KnownQuestion? fitting = null;
        KnownQuestion? last = null;
        foreach (var (stem, end) in index.In(text))
        {
            fitting = stem.Fitting(text.AsSpan(end)) ?? fitting;
            last = stem.First;
        }

        return fitting ?? last;
    }
}
