using System.Text;

namespace Jinbang.Models;

/// <summary>What a model is asked: the full text, and its parts for models that do not read free text.</summary>
/// <param name="Text">The whole prompt as a chat model receives it.</param>
/// <param name="Stem">The question alone.</param>
/// <param name="Choices">What it offers to choose from; empty when the answer is free.</param>
/// <param name="MayChooseSeveral">Whether several choices may be right.</param>
public sealed record Prompt(string Text, string Stem, IReadOnlyList<Choice> Choices, bool MayChooseSeveral)
{
    /// <summary>Instructions sent as the system message, or null.</summary>
    public string? System { get; init; }

    /// <summary>Bytes of all that is sent, in UTF-8; no tokenizer makes more tokens of it.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(Text) + Encoding.UTF8.GetByteCount(System ?? "");

    /// <summary>Decides what is left to chance, where the model takes one; null leaves it open.</summary>
    public long? Seed { get; init; }
}
