using System.Globalization;
using Jinbang.Models;
using Jinbang.Simulator.Houses;

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
        var thinking = ask.IsThinking ? Filler.Of(Math.Min(options.Thinking, Math.Min(ask.MostThinking ?? limit, limit)), language) : "";
        var thought = TokenCount.Of(thinking);
        var words = Juror.Judge(ask.Prompt, model, chance) ?? pupil.Answer(model, question, language, ask.Seed, chance);
        var text = TokenCount.Beginning(words, limit - thought);
        return new SimulatedReply(
            "sim-" + chance.Value.ToString("x16", CultureInfo.InvariantCulture),
            "simulated:" + model.Name,
            ask.Thought is ThoughtForm.Hidden or ThoughtForm.Tags ? "" : thinking,
            ask.Thought == ThoughtForm.Tags && thought > 0 ? Tagged(thinking, text) : text,
            text.Length < words.Length ? Finish.Length : Finish.Stop,
            new TokenUsage(TokenCount.Of(ask.Prompt), thought + TokenCount.Of(text)) { Reasoning = thought })
        {
            Created = time.GetUtcNow(),
            Thought = ask.Thought,
        };
    }

    // Thinking that ate all tokens never gets to its closing tag.
    private static string Tagged(string thinking, string text) => text.Length == 0 ? $"<think>\n{thinking}" : $"<think>\n{thinking}\n</think>\n\n{text}";
}
