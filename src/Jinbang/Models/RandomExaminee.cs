using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Jinbang.Models;

/// <summary>Guesses: the mark that a model must beat to have shown anything. The same seed and prompt give
/// the same guess; repeats have other seeds.</summary>
public sealed class RandomExaminee(int seed) : Examinee(new Model(Name, "jinbang", $"random-{seed}"))
{
    /// <summary>The name shown on boards.</summary>
    public const string Name = "random-baseline";

    /// <inheritdoc/>
    public override long? SeedOf(int repeat) => (long)seed + repeat;

    /// <summary>Picks one choice, or a non-empty set of them where several may be right, each as likely as any other.</summary>
    /// <returns>The labels picked, as in "B" or "ACD"; an empty text when there is nothing to choose from.</returns>
    public override Task<Reply> AskAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new Reply(Outcome.Replied, Pick(prompt)));
    }

    private string Pick(Prompt prompt) => prompt switch
    {
        { Choices.Count: 0 } => "",
        { MayChooseSeveral: true } => PickSeveral(prompt),
        _ => prompt.Choices[(int)(BinaryPrimitives.ReadUInt64LittleEndian(Dice(prompt, 0)) % (ulong)prompt.Choices.Count)].Label,
    };

    // A coin for every choice makes all sets equally likely; the empty one is thrown again.
    private string PickSeveral(Prompt prompt)
    {
        for (var round = 0; ; round++)
        {
            var dice = Dice(prompt, round);
            var picked = string.Concat(prompt.Choices
                .Where((_, i) => (dice[i / 8 % dice.Length] >> (i % 8) & 1) == 1)
                .Select(choice => choice.Label));
            if (picked.Length > 0)
            {
                return picked;
            }
        }
    }

    private byte[] Dice(Prompt prompt, int round) => SHA256.HashData(Encoding.UTF8.GetBytes($"{prompt.Seed ?? seed}/{round}/{prompt.Text}"));
}
