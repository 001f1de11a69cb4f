using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs.Cases;

/// <summary>Which replies are meant; what is empty does not matter. Where no verdict, outcome or rule is asked for, it is the bad ones:
/// failed attempts, and replies without full points.</summary>
public sealed record CaseFilter
{
    /// <summary>Parts of models' names; upper and lower case are the same.</summary>
    public IReadOnlyCollection<string> Models { get; init; } = [];

    /// <summary>Parts of strata's names; upper and lower case are the same.</summary>
    public IReadOnlyCollection<string> Strata { get; init; } = [];

    /// <summary>Ids of questions.</summary>
    public IReadOnlyCollection<string> Questions { get; init; } = [];

    /// <summary>Verdicts.</summary>
    public IReadOnlyCollection<Verdict> Verdicts { get; init; } = [];

    /// <summary>Outcomes.</summary>
    public IReadOnlyCollection<Outcome> Outcomes { get; init; } = [];

    /// <summary>Parts of the names of reading rules.</summary>
    public IReadOnlyCollection<string> Rules { get; init; } = [];

    /// <summary>Whether a model's replies can be among them.</summary>
    public bool Fits(Model model) => HasAny(model.Name, Models);

    /// <summary>Whether replies to a question can be among them.</summary>
    public bool Fits(Question question) =>
        HasAny(question.Stratum ?? "", Strata) && (Questions.Count == 0 || Questions.Contains(question.Id, StringComparer.Ordinal));

    /// <summary>Whether a reply is among them, whoever gave it to what.</summary>
    public bool Fits(LedgerEntry entry) =>
        (Verdicts.Count == 0 || entry.Grade is { } grade && Verdicts.Contains(grade.Verdict))
        && (Outcomes.Count == 0 || Outcomes.Contains(entry.Reply.Outcome))
        && HasAny(entry.Grade?.Reading.Rule ?? "", Rules)
        && (Verdicts.Count + Outcomes.Count + Rules.Count > 0 || IsBad(entry));

    private static bool IsBad(LedgerEntry entry) => entry.Reply.Outcome == Outcome.Failed || entry.Grade is { Verdict: not Verdict.Right };

    private static bool HasAny(string text, IReadOnlyCollection<string> parts) =>
        parts.Count == 0 || parts.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
