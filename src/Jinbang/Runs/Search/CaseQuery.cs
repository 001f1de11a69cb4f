using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs.Search;

/// <summary>Which kept replies are looked for; what is empty does not matter. Of each model it is those of its latest sitting of an exam.</summary>
public sealed record CaseQuery
{
    /// <summary>What stands in the reply or the question.</summary>
    public SearchWords Words { get; init; } = SearchWords.Of("");

    /// <summary>Where the words are looked for.</summary>
    public SearchPlace Place { get; init; }

    /// <summary>Exams, by id and the language they are asked in.</summary>
    public IReadOnlyCollection<(string Id, Language Language)> Exams { get; init; } = [];

    /// <summary>Exams whose replies are left out.</summary>
    public IReadOnlyCollection<(string Id, Language Language)> WithoutExams { get; init; } = [];

    /// <summary>Models, by name.</summary>
    public IReadOnlyCollection<string> Models { get; init; } = [];

    /// <summary>Strata, by name.</summary>
    public IReadOnlyCollection<string> Strata { get; init; } = [];

    /// <summary>Verdicts.</summary>
    public IReadOnlyCollection<Verdict> Verdicts { get; init; } = [];

    /// <summary>Outcomes.</summary>
    public IReadOnlyCollection<Outcome> Outcomes { get; init; } = [];

    /// <summary>Reading rules, by name.</summary>
    public IReadOnlyCollection<string> Rules { get; init; } = [];

    /// <summary>A question's id.</summary>
    public string? Question { get; init; }

    /// <summary>The first day that they were asked on, as <see cref="CaseHit.Day"/>; null for any.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last one.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether only replies that a person marked are meant.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether only failed attempts and replies without full points are meant.</summary>
    public bool IsBad { get; init; }
}
