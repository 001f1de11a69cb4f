using System.Numerics.Tensors;
using Jinbang.Models;
using LLama.Native;

namespace Jinbang.Gguf;

/// <summary>Answers with the choice whose tokens are, on average, the likeliest to come next; it writes nothing.</summary>
/// <remarks>
/// A model that chats is shown the whole prompt and its labels are weighed. One that only continues text is not told
/// to answer with a letter: it is shown the question alone, and what the choices say is weighed.
/// </remarks>
internal sealed class GgufWeigher(Model model, GgufMind mind, TimeProvider time) : GgufExaminee(model, mind, time)
{
    protected override Reply Answer(Prompt prompt, Func<TimeSpan> elapsed, CancellationToken cancellationToken)
    {
        if (prompt.Choices.Count == 0)
        {
            return new(Outcome.Replied, "");
        }

        var head = Mind.Chats ? Mind.Frame(prompt) : prompt.Stem + "\n";
        var ways = prompt.Choices.Select(choice => Mind.Tokenise(head + (Mind.Chats ? choice.Label : choice.Text))).ToList();
        CheckFits(ways.Max(way => way.Length));
        var shared = Shared(Mind.Tokenise(head), ways);
        var scores = Weigh(shared, ways, cancellationToken);
        return new(Outcome.Replied, ScoredChoices.Pick(prompt.Choices, scores, prompt.MayChooseSeveral))
        {
            Usage = new(shared.Length + ways.Sum(way => way.Length - shared.Length), 0),
        };
    }

    // The last token of the prompt may merge with the first of a choice, so the prompt ends where all still agree.
    private static LLamaToken[] Shared(LLamaToken[] head, List<LLamaToken[]> ways) =>
        head[..ways.Min(way => head.AsSpan().CommonPrefixLength(way))];

    private List<double> Weigh(LLamaToken[] shared, List<LLamaToken[]> ways, CancellationToken cancellationToken)
    {
        Mind.Begin(shared, cancellationToken);
        var first = Mind.Logits.ToArray();
        var scores = new List<double>();
        foreach (var way in ways)
        {
            var choice = way.AsSpan(shared.Length);
            scores.Add(Average(first, choice, cancellationToken));
            Mind.Return(shared, cancellationToken);
        }

        return scores;
    }

    /// <returns>Natural logarithm of the probability, per token; not a number when there is no token.</returns>
    private double Average(ReadOnlySpan<float> first, ReadOnlySpan<LLamaToken> choice, CancellationToken cancellationToken)
    {
        var sum = 0.0;
        for (var i = 0; i < choice.Length; i++)
        {
            if (i > 0)
            {
                Mind.Read(choice[(i - 1)..i], cancellationToken);
            }

            sum += LogProbability(i == 0 ? first : Mind.Logits, (int)choice[i]);
        }

        return sum / choice.Length;
    }

    private static double LogProbability(ReadOnlySpan<float> logits, int token)
    {
        var highest = TensorPrimitives.Max(logits);
        var sum = 0.0;
        foreach (var logit in logits)
        {
            sum += Math.Exp(logit - highest);
        }

        return logits[token] - highest - Math.Log(sum);
    }
}
