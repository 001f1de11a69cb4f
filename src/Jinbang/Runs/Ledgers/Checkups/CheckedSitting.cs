namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>What a ledger file holds of one sitting.</summary>
/// <param name="Key">The sitting's key.</param>
/// <param name="Exam">The exam's id.</param>
/// <param name="Language">The language asked in.</param>
/// <param name="Model">The model's name.</param>
public sealed record CheckedSitting(string Key, string Exam, string Language, string Model)
{
    /// <summary>Attempts with a whole reply.</summary>
    public int Replied { get; internal set; }

    /// <summary>Attempts that the provider withheld.</summary>
    public int Refused { get; internal set; }

    /// <summary>Attempts whose reply was cut off.</summary>
    public int CutOff { get; internal set; }

    /// <summary>Attempts without a reply, to be asked again.</summary>
    public int Failed { get; internal set; }

    /// <summary>What judges said.</summary>
    public int Judgements { get; internal set; }

    /// <summary>Yuan of replies and judgements whose cost is known.</summary>
    public decimal Spent { get; internal set; }

    /// <summary>Yuan that may have been billed for calls without a reply.</summary>
    public decimal Lost { get; internal set; }

    /// <summary>Yuan set aside for calls whose end is not known yet.</summary>
    public decimal Outstanding { get; internal set; }
}
