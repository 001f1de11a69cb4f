namespace Jinbang.Runs.Planning;

/// <summary>What is taken to be so of models that the ledger knows nothing of; docs/decisions/0013 says where the figures are from.</summary>
internal static class Priors
{
    /// <summary>Tokens of a Chinese, Japanese or Korean character.</summary>
    public static readonly Estimate PerWide = new(0.55, 0.8, 1.5);

    /// <summary>Tokens of another character.</summary>
    public static readonly Estimate PerNarrow = new(0.19, 0.24, 0.36);

    /// <summary>Tokens that a chat template puts around a prompt.</summary>
    public static readonly Estimate Wrapping = new(0, 10, 64);

    /// <summary>The same where the tokenizer is known.</summary>
    public static readonly Estimate KnownWrapping = new(3, 7, 16);

    /// <summary>Share of replies that rules cannot read.</summary>
    public static readonly Estimate Unreadable = new(0, 0.02, 0.15);

    /// <summary>Share of such replies that are put before a further judge because the first one was not believed.</summary>
    public static readonly Estimate NotBelieved = new(0, 0.1, 1);

    /// <summary>Tokens of a judge's report, without thinking.</summary>
    public static readonly Estimate Report = new(15, 80, 500);

    /// <summary>Tokens that a model writes in a second.</summary>
    public static readonly Estimate PerSecond = new(8, 40, 150);

    /// <summary>Seconds before the first token.</summary>
    public static readonly Estimate FirstToken = new(0.2, 1, 8);

    /// <summary>Calls under way at once where nobody says how many and a run finds out.</summary>
    public static readonly Estimate Hands = new(4, 32, 128);

    /// <summary>Tokens of a reply, thinking included.</summary>
    public static Estimate Reply(Thinking thinking) => thinking switch
    {
        Thinking.Yes => new(300, 1900, 8000),
        Thinking.No => new(2, 400, 2500),
        Thinking.Unknown => new(2, 600, 6000),
    };

    /// <summary>Seconds of a reply with so many tokens: the fewest tokens at the highest speed, and the other way round.</summary>
    public static Estimate Seconds(Estimate tokens) => FirstToken + new Estimate(
        tokens.Low / PerSecond.High, tokens.Likely / PerSecond.Likely, tokens.High / PerSecond.Low);
}
