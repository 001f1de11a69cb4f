using System.Globalization;
using Jinbang.Exams;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>One model, with its settings, sitting one exam in one language under one wording of the prompts.</summary>
/// <param name="Exam">The exam's id.</param>
/// <param name="Language">The language asked in.</param>
/// <param name="Model">The model that sits it.</param>
/// <param name="PromptHash">Identifies the wording of the prompts.</param>
public sealed record Sitting(string Exam, Language Language, Model Model, string PromptHash)
{
    /// <summary>Identifies the sitting: everything that a reply depends on, besides the question.</summary>
    /// <remarks>Name, house and price are left out: changing how a model is shown or billed asks nothing again.</remarks>
    public string Key => Fingerprint.Of(
        Exam,
        Language.ToString(),
        Model.Provider,
        Model.Id,
        Model.Temperature?.ToString("R", CultureInfo.InvariantCulture),
        Model.MaxOutputTokens.ToString(CultureInfo.InvariantCulture),
        Model.ExtraFields,
        PromptHash);

    /// <summary>What one attempt of a sitting is known by.</summary>
    /// <param name="sitting">The sitting's key.</param>
    /// <param name="question">The question asked.</param>
    /// <param name="repeat">Which repeat, from 0.</param>
    public static string AttemptKey(string sitting, Question question, int repeat) =>
        Fingerprint.Of(sitting, question.Id, TextHash(question), repeat.ToString(CultureInfo.InvariantCulture));

    private static string TextHash(Question question) => Fingerprint.Of(
        [question.Kind.ToString(), question.Passage, question.Stem, .. question.Options.SelectMany(Parts), Unit(question)]);

    private static IEnumerable<string> Parts(Option option) => [option.Letter.ToString(), option.Text];

    private static string? Unit(Question question) => (question.Key as NumberKey)?.Unit;
}
