using Jinbang.Exams;
using Jinbang.Grading.Judges;
using Microsoft.ML.Tokenizers;

namespace Jinbang.Runs.Planning;

/// <summary>How long the prompts of one exam are, measured once for all models.</summary>
internal sealed class ExamPrompts
{
    /// <summary>Most prompts that a tokenizer counts; from these it is known how many tokens the others have.</summary>
    private const int MostCounted = 1000;

    private readonly Exam exam;
    private readonly PromptTemplates prompts;
    private readonly Dictionary<Question, TextSize> sizes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Question> byId;

    public ExamPrompts(Exam exam, PromptTemplates prompts)
    {
        this.exam = exam;
        this.prompts = prompts;
        byId = exam.Questions.ToDictionary(question => question.Id);
        foreach (var question in exam.Questions)
        {
            sizes[question] = TextSize.Of(prompts.Render(question, exam.Language));
        }
    }

    /// <summary>The size of a question's prompt; null when the exam has no question of that id.</summary>
    public TextSize? Of(string id) => byId.TryGetValue(id, out var question) ? sizes[question] : null;

    /// <summary>The size of a question's prompt.</summary>
    public TextSize Of(Question question) => sizes[question];

    /// <summary>The size of what a judge is shown about a question, the reply aside.</summary>
    public TextSize OfJudge(JudgementUse use, Question question) => TextSize.Of(prompts.RenderForJudge(use, question, exam.Language, ""));

    /// <summary>Tokens of a character by a tokenizer, over prompts from all parts of the exam.</summary>
    public double TokensPerCharacter(Tokenizer tokenizer)
    {
        var (tokens, characters) = (0L, 0L);
        var step = Math.Max(1, exam.Questions.Count / MostCounted);
        for (var at = 0; at < exam.Questions.Count; at += step)
        {
            var text = prompts.Render(exam.Questions[at], exam.Language).Text;
            tokens += tokenizer.CountTokens(text);
            characters += text.Length;
        }

        return (double)tokens / characters;
    }
}
