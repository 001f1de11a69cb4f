using System.Globalization;

namespace Jinbang.Exams.Drafts;

/// <summary>A question as written in a file: raw texts, nothing believed yet.</summary>
/// <param name="Place">Where it starts.</param>
/// <param name="Id">Its id, or its number in the file.</param>
internal sealed record DraftQuestion(SourcePlace Place, string Id)
{
    /// <summary>The kind the file states, or null to take it from the key.</summary>
    public QuestionKind? Kind { get; init; }

    public string? Stem { get; init; }

    public IReadOnlyList<DraftOption> Options { get; init; } = [];

    /// <summary>The key's letters, number, truth word or accepted texts; empty when missing.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>The instructions that the reply is to follow; empty for other kinds.</summary>
    public IReadOnlyList<DraftInstruction> Instructions { get; init; } = [];

    /// <summary>What an open answer earns points for; empty for other kinds.</summary>
    public IReadOnlyList<DraftCriterion> Rubric { get; init; } = [];

    /// <summary>An open question's model answer.</summary>
    public string? Reference { get; init; }

    public string? Tolerance { get; init; }

    public string? Unit { get; init; }

    /// <summary>Whether the order of several answers counts, as written; null when not stated.</summary>
    public string? IsOrdered { get; init; }

    public string? Weight { get; init; }

    public string? Stratum { get; init; }

    public string? Topic { get; init; }

    public string? Passage { get; init; }

    public string? Cluster { get; init; }

    public string? Explanation { get; init; }

    /// <summary>What the format could not read; any of them makes the question unusable.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>How many letters its longest parts have together.</summary>
    public long Letters => LengthOf(Stem) + LengthOf(Passage) + LengthOf(Explanation) + LengthOf(Reference) + LengthOf(Stratum)
        + Options.Sum(option => LengthOf(option.Text)) + Key.Sum(LengthOf) + Rubric.Sum(criterion => LengthOf(criterion.Text));

    /// <summary>The id of a question that has none of its own: its number in the file.</summary>
    public static string Number(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);

    private static long LengthOf(string? text) => text?.Length ?? 0;
}
