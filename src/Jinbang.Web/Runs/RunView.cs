namespace Jinbang.Web.Runs;

/// <summary>How far an order has come at one moment.</summary>
/// <param name="Models">Each model in each exam.</param>
/// <param name="Budget">How the money stands.</param>
public sealed record RunView(IReadOnlyList<ModelView> Models, BudgetView Budget)
{
    /// <summary>Attempts ended a minute, over the last minute; null when nothing is asked.</summary>
    public double? PerMinute { get; init; }

    /// <summary>Tokens a second, prompts and replies, over the last minute; null when nothing is asked, or they are not told.</summary>
    public double? TokensPerSecond { get; init; }

    /// <summary>Seconds left at this rate; null when that cannot be told.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>Why nothing can be written at present, and so nothing is asked; null while all is well.</summary>
    public Phrase? Trouble { get; init; }

    /// <summary>Attempts of all models.</summary>
    public int Planned => Models.Sum(model => model.Planned);

    /// <summary>Those of them that have ended.</summary>
    public int Asked => Models.Sum(model => model.Asked);

    /// <summary>Those that ended without a reply.</summary>
    public int Failed => Models.Sum(model => model.Failed);

    /// <summary>Whether every attempt has a graded reply.</summary>
    public bool IsFull => Models.All(model => model.Graded >= model.Planned);
}
