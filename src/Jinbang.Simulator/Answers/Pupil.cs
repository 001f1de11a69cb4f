using Jinbang.Exams;

namespace Jinbang.Simulator.Answers;

/// <summary>Answers as a model of a given ability, the same way each time the same thing is asked.</summary>
internal sealed class Pupil(SimulatorOptions options)
{
    private const string Guesses = "ABCD";

    /// <summary>The model's words on a prompt.</summary>
    /// <param name="model">Who answers.</param>
    /// <param name="question">What is asked, where it is known.</param>
    /// <param name="language">The language to answer in.</param>
    /// <param name="seed">The seed that the request gives, or null.</param>
    /// <param name="chance">The chance of this model on this prompt.</param>
    public string Answer(SimulatedModel model, KnownQuestion? question, Language language, long? seed, Chance chance)
    {
        var answer = question is null
            ? Guesses[chance.With("guess").Pick(Guesses.Length)].ToString()
            : Known(model, question, language, seed);
        var words = question?.Question.Key switch
        {
            RubricKey => answer,
            LettersKey when chance.With("vague").Share < options.Vague && Vagueness.Of(answer, question.Question.Options, language) is { } vague => vague,
            var key => Wording.Of(answer, key is null or LettersKey, language, chance.With("wording")),
        };
        return options.Verbosity == 0 ? words : Filler.Of(options.Verbosity, language) + "\n" + words;
    }

    private string Known(SimulatedModel model, KnownQuestion known, Language language, long? seed)
    {
        // The question's id and not its words: asked in another language or template, the model knows as much.
        var question = known.Question;
        var chance = Chance.From(options.Seed).With(model.Name).With(known.Exam).With(question.Id);
        // Of half of the questions a model is sure, whatever the seed.
        chance = chance.With("sure").Share < 0.5 ? chance : chance.WithSeed(seed);
        var isRight = chance.With("ability").Share < model.Ability;
        var slip = chance.With("slip");
        return question.Key switch
        {
            LettersKey key => isRight ? key.Letters : WrongAnswer.Letters(key.Letters, question.Options, slip),
            TruthKey key => (key.IsTrue == isRight ? new Phrase("True", "正确") : new Phrase("False", "错误")).In(language),
            NumberKey key when isRight => key.ToString(),
            NumberKey key => WrongAnswer.Number(key, slip),
            TextKey key => isRight ? key.Accepted[0] : WrongAnswer.Text(key, options.Sheet.Texts, slip),
            InstructionsKey => new Phrase("a simulated reply, which follows instructions by chance only", "模拟的回复，只会碰巧遵循指令").In(language),
            RubricKey key => Essay(key, criterion => isRight || chance.With(criterion).Share < model.Ability),
            ExpressionKey key => isRight ? key.Accepted[0] : WrongAnswer.Expression(key),
            ListKey key => isRight ? WrongAnswer.Joined(key.Parts) : WrongAnswer.List(key, slip),
            var key => throw new InvalidOperationException($"A key of type {key.GetType().Name} is not known."),
        };
    }

    // The criteria's own words, as many as the model knows.
    private static string Essay(RubricKey key, Func<string, bool> knows) =>
        string.Join('\n', key.Criteria.Select(criterion => criterion.Text).Where(knows)) is { Length: > 0 } words ? words : "SIM-GUESS";
}
