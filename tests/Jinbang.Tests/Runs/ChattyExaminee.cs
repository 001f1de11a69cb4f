using Jinbang.Models;

namespace Jinbang.Tests.Runs;

/// <summary>A model whose replies are of very different lengths, by its seed, and that counts their tokens.</summary>
internal sealed class ChattyExaminee(int seed) : Examinee(Samples.Model())
{
    private readonly Random dice = new(seed);
    private readonly Lock gate = new();

    public long Replies { get; private set; }

    public override Task<Reply> AskAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var tokens = (int)Math.Min(100, 5 + (20 * Math.Exp(dice.NextDouble() * 1.5)));
            Replies += tokens;
            return Task.FromResult(new Reply(Outcome.Replied, "Answer: A") { Usage = new TokenUsage(77, tokens), Elapsed = TimeSpan.FromSeconds(tokens) });
        }
    }
}
