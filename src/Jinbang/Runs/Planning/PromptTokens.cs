using Jinbang.Models;

namespace Jinbang.Runs.Planning;

/// <summary>Foretells how many tokens one model makes of prompts: by its tokenizer, else by usual ratios; both set right by what
/// its past prompts came to, where the ledger has some.</summary>
internal sealed class PromptTokens
{
    private readonly Dictionary<bool, Sample> measured = [];
    private readonly Func<ExamPrompts, TextSize, double, Estimate> raw;
    private readonly Basis unmeasured;

    /// <param name="model">The model.</param>
    /// <param name="encodings">The tokenizers.</param>
    /// <param name="past">Its past prompts of exams whose text is at hand, with the tokens that they had.</param>
    public PromptTokens(Model model, Encodings encodings, IEnumerable<(ExamPrompts Exam, TextSize Size, int Tokens)> past)
    {
        var tokenizer = encodings.Of(model);
        unmeasured = tokenizer is null ? Basis.Prior : Basis.Tokenizer;
        var ratios = new Dictionary<ExamPrompts, double>();
        raw = (exam, size, prompts) =>
        {
            if (tokenizer is null)
            {
                return (Priors.PerWide * size.Wide) + (Priors.PerNarrow * size.Narrow) + (Priors.Wrapping * prompts);
            }

            var ratio = ratios.TryGetValue(exam, out var known) ? known : ratios[exam] = exam.TokensPerCharacter(tokenizer);
            return Estimate.Exactly(ratio * (size.Wide + size.Narrow)) + (Priors.KnownWrapping * prompts);
        };
        foreach (var script in past.GroupBy(prompt => prompt.Size.IsMostlyWide))
        {
            measured[script.Key] = new Sample(script.Select(prompt => prompt.Tokens / raw(prompt.Exam, prompt.Size, 1).Likely));
        }
    }

    /// <summary>The tokens of so many prompts of one exam, and what the figure rests on.</summary>
    /// <param name="exam">The exam.</param>
    /// <param name="size">Their size together.</param>
    /// <param name="prompts">How many they are.</param>
    public (Estimate Tokens, Basis Basis) Of(ExamPrompts exam, TextSize size, double prompts)
    {
        var tokens = raw(exam, size, prompts);
        return measured.GetValueOrDefault(size.IsMostlyWide) is { IsEnough: true } factors
            ? (factors.MeanOfSame(prompts) * tokens.Likely, Basis.ThisExam)
            : (tokens, unmeasured);
    }
}
