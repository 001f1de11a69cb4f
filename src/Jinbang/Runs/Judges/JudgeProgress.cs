using Jinbang.Models;

namespace Jinbang.Runs.Judges;

/// <summary>How a judge has fared in a run.</summary>
/// <param name="Model">The judge.</param>
public sealed record JudgeProgress(Model Model)
{
    /// <summary>Replies that it judged, as against judgements found in the ledger.</summary>
    public int Asked { get; init; }

    /// <summary>Replies that wait for its judgement, since none was had.</summary>
    public int Unheard { get; init; }

    /// <summary>Calls without a reply since the last one with a reply.</summary>
    public int FailuresInARow { get; init; }

    /// <summary>Why it is asked nothing more; null while all is well.</summary>
    public Phrase? Stopped { get; init; }

    /// <summary>What the last call without a reply ended with; null when there was none.</summary>
    public string? LastError { get; init; }
}
