using Jinbang.Exams.Decisions;
using Jinbang.Exams.Twins;

namespace Jinbang.Boards.Items;

/// <summary>What all models together say of one question.</summary>
/// <param name="Place">Its place in the exam file, from 1.</param>
/// <param name="Question">Its id.</param>
/// <param name="Key">What counts as right.</param>
public sealed record ItemRow(int Place, string Question, string Key)
{
    /// <summary>Its subject or part; null when it has none.</summary>
    public string? Stratum { get; init; }

    /// <summary>Models that have points on it.</summary>
    public int Models { get; init; }

    /// <summary>Their mean points, 0 to 1; null without any.</summary>
    public double? Difficulty { get; init; }

    /// <summary>Corrected point-biserial correlation, −1 to 1; null when it cannot be told.</summary>
    public double? Discrimination { get; init; }

    /// <summary>Mean points of the strongest 27 % of models less those of the weakest; null when it cannot be told.</summary>
    public double? TopLessBottom { get; init; }

    /// <summary>How often each option was picked; empty for questions without options.</summary>
    public IReadOnlyList<OptionCount> Options { get; init; } = [];

    /// <summary>What became of the attempts.</summary>
    public AttemptCounts Attempts { get; init; } = new();

    /// <summary>The options that the strong models are for besides the key; null when nobody picked others.</summary>
    public string? Rival { get; init; }

    /// <summary>Log-odds of <see cref="Rival"/> against the key, models weighed by their accuracy; above 0 speaks against the key; null when unknown.</summary>
    public double? Margin { get; init; }

    /// <summary>Chance that the key is right if models erred independently, which they do not; null when unknown.</summary>
    public double? KeyChance { get; init; }

    /// <summary>How much more suspicious than usual, in standard deviations of <see cref="Margin"/> and <see cref="Discrimination"/> together.</summary>
    public double Suspicion { get; init; }

    /// <summary>Why somebody should look at it.</summary>
    public IReadOnlyList<ItemConcern> Flags { get; init; } = [];

    /// <summary>Questions elsewhere that ask the same.</summary>
    public IReadOnlyList<Twin> Twins { get; init; } = [];

    /// <summary>What a person decided about it; null when nobody has.</summary>
    public KeyDecision? Decision { get; init; }
}
