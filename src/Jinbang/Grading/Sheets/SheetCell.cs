using Jinbang.Models;

namespace Jinbang.Grading.Sheets;

/// <summary>One attempt without its reply: what boards and statistics are counted from.</summary>
/// <param name="State">What became of it.</param>
public readonly record struct SheetCell(SheetState State)
{
    private const decimal NanoPerYuan = 1_000_000_000;

    // -1 stands for unknown, so that a cell stays small: a workspace has tens of millions of them.
    private readonly int promptTokens = -1;
    private readonly int replyTokens = -1;

    /// <summary>How asking ended; meaningless when <see cref="State"/> is NotAsked.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>From 0 to 1, before the question's weight.</summary>
    public float Points { get; init; }

    /// <summary>The options that were picked, A as the lowest bit; 0 when no letters were read.</summary>
    public uint Letters { get; init; }

    /// <summary>Seconds from sending the successful call to its end; NaN when not measured.</summary>
    public float Seconds { get; init; } = float.NaN;

    /// <summary>Seconds from sending the successful call to its first token; NaN when not measured.</summary>
    public float FirstTokenSeconds { get; init; } = float.NaN;

    /// <summary>Tokens of the prompt; null when unknown.</summary>
    public int? PromptTokens { get => promptTokens < 0 ? null : promptTokens; init => promptTokens = value ?? -1; }

    /// <summary>Tokens of the reply; null when unknown.</summary>
    public int? ReplyTokens { get => replyTokens < 0 ? null : replyTokens; init => replyTokens = value ?? -1; }

    /// <summary>Yuan, to a billionth; null when unknown.</summary>
    public decimal? Cost
    {
        get => NanoYuan < 0 ? null : NanoYuan / NanoPerYuan;
        init => NanoYuan = value is { } yuan ? (long)Math.Round(yuan * NanoPerYuan) : -1;
    }

    internal long NanoYuan { get; init; } = -1;

    /// <summary>Whether a reply was graded: the accuracy is over these.</summary>
    public bool IsGraded => State >= SheetState.Right;
}
