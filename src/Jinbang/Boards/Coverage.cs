namespace Jinbang.Boards;

/// <summary>What became of the attempts behind a score.</summary>
/// <param name="Planned">Attempts that a full examination makes.</param>
/// <param name="Graded">Replies that were graded; the score is over these.</param>
/// <param name="Failed">Attempts without a reply; never counted as wrong.</param>
public sealed record Coverage(int Planned, int Graded, int Failed)
{
    /// <summary>Attempts that have ended, with a reply or without.</summary>
    public int Asked { get; init; }

    /// <summary>Calls that were made again after faults.</summary>
    public int Retries { get; init; }

    /// <summary>Replies cut off at the token limit.</summary>
    public int CutOff { get; init; }

    /// <summary>Replies withheld by the provider.</summary>
    public int Refused { get; init; }

    /// <summary>Replies that no rule reads.</summary>
    public int Unreadable { get; init; }

    /// <summary>Replies without an answer.</summary>
    public int Unanswered { get; init; }

    /// <summary>Replies that a person marked, overruling rules and judges.</summary>
    public int Marked { get; init; }

    /// <summary>Of these, those marked when the question had another key.</summary>
    public int MarkedUnderAnotherKey { get; init; }

    /// <summary>Whether every planned attempt has a graded reply.</summary>
    public bool IsFull => Graded >= Planned;
}
