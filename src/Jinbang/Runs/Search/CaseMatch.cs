using Jinbang.Runs.Ledgers;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Search;

/// <summary>A search in the words of the index.</summary>
/// <param name="Match">What the index is asked.</param>
/// <param name="Questions">The questions that have the words and whose replies are found for that, by their numbers.</param>
internal sealed record CaseMatch(string Match, IReadOnlySet<long> Questions)
{
    private const int MostQuestions = 200;

    /// <summary>Whether more questions have the words than replies are looked up of.</summary>
    public bool AreQuestionsTooMany { get; private init; }

    public static CaseMatch Of(SqliteConnection connection, CaseQuery query)
    {
        var questions = query.Words.IsEmpty || query.Place == SearchPlace.Reply ? [] : QuestionsWith(connection, query);
        var areTooMany = questions.Count > MostQuestions;
        var looked = areTooMany && query.Place == SearchPlace.Anywhere ? [] : questions.Take(MostQuestions).ToHashSet();
        string[] parts = [.. Filters(connection, query), .. query.Words.IsEmpty ? [] : (string[])[Sought(query, looked)]];
        string[] without = [Facet.Old, .. ExamFacets(connection, query.WithoutExams)];
        return new($"({Together(parts.Length > 0 ? parts : [Quoted(Facet.Every)], "AND")}) NOT ({Together(without.Select(Quoted), "OR")})", looked) { AreQuestionsTooMany = areTooMany };
    }

    /// <summary>Whether the question of a reply has the words.</summary>
    public bool Asks(SqliteConnection connection, CaseHit hit) => Questions.Count > 0 && Numbers(
        connection, "SELECT question.n FROM question JOIN sitting USING (exam) WHERE sitting.key = $sitting AND question.id = $id",
        ("$sitting", hit.Sitting), ("$id", hit.Question)).Exists(Questions.Contains);

    /// <summary>The names of a kind.</summary>
    public static IReadOnlyList<string> Names(SqliteConnection connection, string kind) =>
        Texts(connection, "SELECT text FROM name WHERE kind = $kind ORDER BY text", ("$kind", kind));

    /// <summary>The names of an exam's strata.</summary>
    public static IReadOnlyList<string> Strata(SqliteConnection connection, (string Id, Language Language) exam) => Texts(
        connection,
        """
        SELECT text FROM name WHERE n IN (SELECT stratum FROM question WHERE exam = (SELECT n FROM name WHERE kind = $kind AND text = $exam)) ORDER BY text
        """,
        ("$kind", Facet.ExamKind), ("$exam", Facet.ExamName(exam.Id, exam.Language)));

    private static string Sought(CaseQuery query, HashSet<long> questions)
    {
        var asked = questions.Count > 0 ? Any(questions.Select(Facet.OfQuestion)) : null;
        return query.Place == SearchPlace.Question
            ? asked ?? Quoted(Facet.OfQuestion(0))
            : asked is null ? $"({query.Words.Match()})" : $"(({query.Words.Match()}) OR {asked})";
    }

    private static IEnumerable<string> Filters(SqliteConnection connection, CaseQuery query)
    {
        IEnumerable<string>[] filters =
        [
            ExamFacets(connection, query.Exams),
            NameFacets(connection, Facet.ModelKind, query.Models),
            NameFacets(connection, Facet.StratumKind, query.Strata),
            NameFacets(connection, Facet.RuleKind, query.Rules),
            query.Verdicts.Select(Facet.Of),
            query.Outcomes.Select(Facet.Of),
            query is { From: null, To: null } ? [] : DayFacets.Within(query.From, query.To).DefaultIfEmpty(Facet.OfQuestion(0)),
            query.IsMarked ? [Facet.Marked] : [],
            query.IsBad ? [Facet.Bad] : [],
            query.Question is { } question ? QuestionFacets(connection, question) : [],
        ];
        return filters.Select(filter => filter.ToList()).Where(filter => filter.Count > 0).Select(Any);
    }

    private static IEnumerable<string> ExamFacets(SqliteConnection connection, IEnumerable<(string Id, Language Language)> exams) =>
        NameFacets(connection, Facet.ExamKind, exams.Select(exam => Facet.ExamName(exam.Id, exam.Language)));

    // What the index has no number for is found nowhere.
    private static IEnumerable<string> NameFacets(SqliteConnection connection, string kind, IEnumerable<string> names) => names.Select(name => Facet.OfName(
        kind, Numbers(connection, "SELECT n FROM name WHERE kind = $kind AND text = $text", ("$kind", kind), ("$text", name)).FirstOrDefault()));

    private static IEnumerable<string> QuestionFacets(SqliteConnection connection, string id) =>
        Numbers(connection, "SELECT n FROM question WHERE id = $id", ("$id", id)).DefaultIfEmpty().Select(Facet.OfQuestion);

    private static List<long> QuestionsWith(SqliteConnection connection, CaseQuery query)
    {
        string[] within =
        [
            .. query.Exams.Count > 0 ? [Any(ExamFacets(connection, query.Exams))] : Array.Empty<string>(),
            .. query.Strata.Count > 0 ? [Any(NameFacets(connection, Facet.StratumKind, query.Strata))] : Array.Empty<string>(),
        ];
        return Numbers(
            connection, "SELECT rowid FROM asked WHERE asked MATCH $match LIMIT $most",
            ("$match", Together([$"({query.Words.Match()})", .. within], "AND")), ("$most", MostQuestions + 1));
    }

    private static string Any(IEnumerable<string> facets) => $"({Together(facets.Select(Quoted), "OR")})";

    private static string Together(IEnumerable<string> parts, string by) => string.Join($" {by} ", parts);

    private static string Quoted(string facet) => $"\"{facet}\"";

    private static List<long> Numbers(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var rows = command.ExecuteReader();
        var numbers = new List<long>();
        while (rows.Read())
        {
            numbers.Add(rows.GetInt64(0));
        }

        return numbers;
    }

    private static List<string> Texts(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
