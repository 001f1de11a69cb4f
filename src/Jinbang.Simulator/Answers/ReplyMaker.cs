using System.Globalization;
using Jinbang.Models;

namespace Jinbang.Simulator.Answers;

/// <summary>Makes whole replies: thinking, words, tokens, and the end that a token limit brings.</summary>
internal sealed class ReplyMaker(SimulatorOptions options, TimeProvider time)
{
    private readonly Pupil pupil = new(options);

    /// <summary>A model's reply.</summary>
    /// <param name="ask">What was sent.</param>
    /// <param name="model">Who answers.</param>
    /// <param name="question">What is asked, where it is known.</param>
    /// <param name="chance">The chance of this model on this prompt.</param>
    public SimulatedReply Make(Ask ask, SimulatedModel model, KnownQuestion? question, Chance chance)
    {
        var language = TokenCount.Script(ask.Prompt);
        var limit = ask.MostTokens ?? int.MaxValue;
        var thinking = Filler.Of(Math.Min(options.Thinking, limit), language);
        var thought = TokenCount.Of(thinking);
        var words = Juror.Judge(ask.Prompt, model, chance) ?? pupil.Answer(model, question, language, ask.Seed, chance);
        var text = TokenCount.Beginning(words, limit - thought);
        return new SimulatedReply(
            "sim-" + chance.Value.ToString("x16", CultureInfo.InvariantCulture),
            "simulated:" + model.Name,
            thinking,
            text,
            text.Length < words.Length ? Finish.Length : Finish.Stop,
            new TokenUsage(TokenCount.Of(ask.Prompt), thought + TokenCount.Of(text)) { Reasoning = thought })
        {
            Created = time.GetUtcNow(),
        };
    }
}
