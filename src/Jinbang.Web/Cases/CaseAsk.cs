using System.Globalization;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Search;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Cases;

/// <summary>What a reader looks for, as the address has it.</summary>
public sealed record CaseAsk
{
    /// <summary>The verdict that means every reply, right ones too.</summary>
    public const string Every = "all";

    /// <summary>How many cases a page has.</summary>
    public const int PageSize = 20;

    private const string DayForm = "yyyy-MM-dd";

    private static readonly Dictionary<string, Verdict> Verdicts = Enum.GetValues<Verdict>().ToDictionary(GradeWords.Code);
    private static readonly Dictionary<string, Outcome> Outcomes = Enum.GetValues<Outcome>().ToDictionary(GradeWords.Code);

    /// <summary>What must stand in the reply or the question.</summary>
    public string Words { get; init; } = "";

    /// <summary>Where they are looked for: reply, question, or empty for both.</summary>
    public string Place { get; init; } = "";

    /// <summary>An exam's name; empty for all.</summary>
    public string Exam { get; init; } = "";

    /// <summary>A model's name; empty for all.</summary>
    public string Model { get; init; } = "";

    /// <summary>A stratum's name; empty for all.</summary>
    public string Stratum { get; init; } = "";

    /// <summary>A verdict's word, <see cref="Every"/>, or empty for the bad ones.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>An outcome's word; empty for all.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>A reading rule's name; empty for all.</summary>
    public string Rule { get; init; } = "";

    /// <summary>A question's id; empty for all.</summary>
    public string Question { get; init; } = "";

    /// <summary>The first day it was asked on, in UTC; null for any.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last one.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether a person must have marked it.</summary>
    public bool IsMarked { get; init; }

    /// <summary>The number of the reply that those wanted came before; null for the latest.</summary>
    public long? Before { get; init; }

    /// <summary>The number of the reply that those wanted came after.</summary>
    public long? After { get; init; }

    /// <summary>The search words.</summary>
    public SearchWords Sought => SearchWords.Of(Words);

    /// <summary>Whether anything but the exam is asked for.</summary>
    public bool IsNarrowed => Words.Length + Model.Length + Stratum.Length + Verdict.Length + Outcome.Length + Rule.Length + Question.Length > 0 || IsMarked || From is not null || To is not null;

    /// <summary>Reads an address.</summary>
    public static CaseAsk Of(IQueryCollection query)
    {
        return new()
        {
            Words = Text("q"),
            Place = Text("in"),
            Exam = Text("exam"),
            Model = Text("model"),
            Stratum = Text("stratum"),
            Verdict = Text("verdict"),
            Outcome = Text("outcome"),
            Rule = Text("rule"),
            Question = Text("question"),
            From = Day("from"),
            To = Day("to"),
            IsMarked = Text("marked") is "1" or "true",
            Before = Number("before"),
            After = Number("after"),
        };

        string Text(string name) => query[name].ToString().Trim();

        DateOnly? Day(string name) => DateOnly.TryParseExact(query[name], DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        long? Number(string name) => long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The search, of the exams that may be seen.</summary>
    /// <param name="exams">All exams of the workspace that may be seen.</param>
    /// <param name="hidden">Those that may not.</param>
    public CaseQuery Query(IReadOnlyList<ExamEntry> exams, IEnumerable<ExamEntry> hidden) => new()
    {
        Words = Sought,
        Place = Place switch { "reply" => SearchPlace.Reply, "question" => SearchPlace.Question, _ => SearchPlace.Anywhere },
        Exams = Exam.Length == 0 ? [] : [exams.FirstOrDefault(exam => exam.Name == Exam) is { } one ? (one.Id, one.Language) : ("", Language.English)],
        WithoutExams = [.. hidden.Select(exam => (exam.Id, exam.Language))],
        Models = Filter(Model),
        Strata = Filter(Stratum),
        Rules = Filter(Rule),
        Verdicts = Verdicts.TryGetValue(Verdict, out var verdict) ? [verdict] : [],
        Outcomes = Outcomes.TryGetValue(Outcome, out var outcome) ? [outcome] : [],
        Question = Question.Length > 0 ? Question : null,
        From = From,
        To = To,
        IsMarked = IsMarked,
        // As the command line's filter: who asks for a verdict, an outcome or a rule means just that.
        IsBad = Verdict.Length + Outcome.Length + Rule.Length == 0,
    };

    /// <summary>The part of what is found that is shown.</summary>
    public CasePage Page(int size) => new(size) { Before = Before, After = After };

    /// <summary>The address of a page or a case with this search.</summary>
    /// <param name="path">Its path.</param>
    public string At(string path) => path + QueryString.Create(Fields.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));

    /// <summary>What the address has, by the names it has there.</summary>
    public IReadOnlyList<(string Name, string? Value)> Fields =>
    [
        ("q", Words), ("in", Place), ("exam", Exam), ("model", Model), ("stratum", Stratum), ("verdict", Verdict), ("outcome", Outcome), ("rule", Rule),
        ("question", Question), ("from", Written(From)), ("to", Written(To)), ("marked", IsMarked ? "1" : ""), ("before", Before?.ToString(CultureInfo.InvariantCulture)), ("after", After?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>A day as the address has it.</summary>
    public static string? Written(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    private static string[] Filter(string name) => name.Length > 0 ? [name] : [];
}
