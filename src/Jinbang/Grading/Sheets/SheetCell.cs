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

    // Rounded as packed sheets keep them, so that a board is the same whether they were kept or not.
    private readonly float points;
    private readonly float seconds = float.NaN;
    private readonly float firstTokenSeconds = float.NaN;

    /// <summary>How asking ended; meaningless when <see cref="State"/> is NotAsked.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>From 0 to 1, to a billionth, before the question's weight.</summary>
    public float Points { get => points; init => points = Rounded(value, SheetNumbers.PerPoint); }

    /// <summary>The options that were picked, A as the lowest bit; 0 when no letters were read.</summary>
    public uint Letters { get; init; }

    /// <summary>Seconds from sending the successful call to its end, to a millisecond; NaN when not measured.</summary>
    public float Seconds { get => seconds; init => seconds = Rounded(value, SheetNumbers.PerSecond); }

    /// <summary>Seconds from sending the successful call to its first token, to a millisecond; NaN when not measured.</summary>
    public float FirstTokenSeconds { get => firstTokenSeconds; init => firstTokenSeconds = Rounded(value, SheetNumbers.PerSecond); }

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

    private static float Rounded(float value, double perUnit) => (float)(Math.Round(value * perUnit) / perUnit);
}
