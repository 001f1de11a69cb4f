using System.Text;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Ledgers;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Search;

/// <summary>Writes into an index.</summary>
internal sealed class SearchWriter(string path) : IDisposable
{
    private readonly SqliteConnection connection = SearchSchema.OpenToWrite(path);
    private readonly Dictionary<(string Kind, string Text), long> names = [];
    private readonly StringBuilder words = new();

    /// <summary>Up to where the index follows the ledger.</summary>
    public SearchState State() => One(
        "SELECT attempt, key, change, used FROM state", row => new SearchState(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3)))!;

    /// <summary>Does something wholly or not at all.</summary>
    public void AtOnce(Action work)
    {
        using var transaction = connection.BeginTransaction();
        work();
        transaction.Commit();
    }

    /// <summary>Notes up to where the index follows the ledger.</summary>
    public void Keep(SearchState state) => Execute(
        "UPDATE state SET attempt = $attempt, key = $key, change = $change, used = $used",
        ("$attempt", state.Attempt), ("$key", state.Key), ("$change", state.Change), ("$used", state.Used));

    /// <summary>Puts attempts in, also those that are in otherwise already.</summary>
    public void Put(IReadOnlyList<CaseHit> attempts)
    {
        using var put = connection.Command("INSERT OR REPLACE INTO reply (rowid, words) VALUES ($id, $words)", ("$id", 0L), ("$words", ""));
        using var find = connection.Command(
            """
            SELECT sitting.exam, sitting.model, sitting.is_old, question.n, question.stratum
            FROM sitting LEFT JOIN question ON question.exam = sitting.exam AND question.id = $question WHERE sitting.key = $sitting
            """,
            ("$sitting", ""), ("$question", ""));
        foreach (var attempt in attempts)
        {
            (find.Parameters[0].Value, find.Parameters[1].Value) = (attempt.Sitting, attempt.Question);
            words.Clear();
            SearchText.Cut(attempt.Text, words);
            AddFacets(attempt, find);
            (put.Parameters[0].Value, put.Parameters[1].Value) = (attempt.Id, words.ToString());
            put.ExecuteNonQuery();
        }
    }

    /// <summary>Takes sittings in.</summary>
    public void Put(IEnumerable<TailSitting> sittings)
    {
        foreach (var sitting in sittings)
        {
            Execute(
                "INSERT OR REPLACE INTO sitting (key, exam, model, is_old) VALUES ($key, $exam, $model, $old)",
                ("$key", sitting.Key), ("$exam", Name(Facet.ExamKind, Facet.ExamName(sitting.Exam, sitting.Language))),
                ("$model", Name(Facet.ModelKind, sitting.Model)), ("$old", sitting.IsOld ? 1 : 0));
        }
    }

    /// <summary>Whether a sitting is in otherwise, so that its attempts must be put in again.</summary>
    public bool IsOtherwise(TailSitting sitting) =>
        One("SELECT is_old, model FROM sitting WHERE key = $key", row => (IsOld: row.GetBoolean(0), Model: row.GetInt64(1)) as (bool, long)?, ("$key", sitting.Key))
            is { } known && known != (sitting.IsOld, Name(Facet.ModelKind, sitting.Model));

    /// <summary>The sittings of an exam.</summary>
    public IReadOnlyList<string> SittingsOf(SearchExam exam) =>
        All("SELECT key FROM sitting WHERE exam = $exam", row => row.GetString(0), ("$exam", Name(Facet.ExamKind, Facet.ExamName(exam.Id, exam.Language))));

    /// <summary>Whether an exam is in as it is now.</summary>
    public bool Has(SearchExam exam) =>
        One("SELECT mark FROM exam WHERE n = $n", row => row.GetString(0), ("$n", Name(Facet.ExamKind, Facet.ExamName(exam.Id, exam.Language)))) == exam.Mark;

    /// <summary>Takes an exam's questions in.</summary>
    public void Put(SearchExam exam, IReadOnlyList<Question> questions)
    {
        var number = Name(Facet.ExamKind, Facet.ExamName(exam.Id, exam.Language));
        Execute("INSERT OR REPLACE INTO exam (n, mark) VALUES ($n, $mark)", ("$n", number), ("$mark", exam.Mark));
        foreach (var question in questions)
        {
            var stratum = question.Stratum is { Length: > 0 } named ? Name(Facet.StratumKind, named) : (long?)null;
            Execute(
                "INSERT INTO question (exam, id, stratum) VALUES ($exam, $id, $stratum) ON CONFLICT (exam, id) DO UPDATE SET stratum = excluded.stratum",
                ("$exam", number), ("$id", question.Id), ("$stratum", stratum));
            var own = One("SELECT n FROM question WHERE exam = $exam AND id = $id", row => row.GetInt64(0), ("$exam", number), ("$id", question.Id));
            words.Clear();
            foreach (var text in (IEnumerable<string?>)[question.Passage, question.Stem, .. question.Options.Select(option => option.Text)])
            {
                SearchText.Cut(text, words);
            }

            words.Append(Facet.OfName(Facet.ExamKind, number)).Append(' ').Append(stratum is { } part ? Facet.OfName(Facet.StratumKind, part) : "");
            Execute("INSERT OR REPLACE INTO asked (rowid, words) VALUES ($n, $words)", ("$n", own), ("$words", words.ToString()));
        }
    }

    /// <summary>Notes attempts that must be put in again.</summary>
    public void MakeStale(IReadOnlyList<long> attempts)
    {
        foreach (var attempt in attempts)
        {
            Execute("INSERT OR IGNORE INTO stale (attempt) VALUES ($attempt)", ("$attempt", attempt));
        }
    }

    /// <summary>Some attempts that must be put in again.</summary>
    public IReadOnlyList<long> Stale(int most) => All("SELECT attempt FROM stale ORDER BY attempt LIMIT $most", row => row.GetInt64(0), ("$most", most));

    /// <summary>Notes that they were.</summary>
    public void MakeFresh(IReadOnlyList<long> attempts) => Execute($"DELETE FROM stale WHERE attempt IN ({string.Join(',', attempts)})");

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private void AddFacets(CaseHit attempt, SqliteCommand find)
    {
        using var row = find.ExecuteReader();
        if (!row.Read())
        {
            throw new InvalidOperationException($"The sitting of attempt {attempt.Id} is not in the index.");
        }

        IEnumerable<string> facets =
        [
            Facet.Every, Facet.OfName(Facet.ExamKind, row.GetInt64(0)), Facet.OfName(Facet.ModelKind, row.GetInt64(1)), Facet.Of(attempt.Outcome),
            .. DayFacets.Of(attempt.Day),
            .. row.GetBoolean(2) ? [Facet.Old] : Array.Empty<string>(),
            .. row.IsDBNull(3) ? Array.Empty<string>() : [Facet.OfQuestion(row.GetInt64(3))],
            .. row.IsDBNull(4) ? Array.Empty<string>() : [Facet.OfName(Facet.StratumKind, row.GetInt64(4))],
            .. attempt.Verdict is { } verdict ? [Facet.Of(verdict)] : Array.Empty<string>(),
            .. attempt.Rule is { Length: > 0 } rule ? [Facet.OfName(Facet.RuleKind, Name(Facet.RuleKind, rule))] : Array.Empty<string>(),
            .. attempt.IsMarked ? [Facet.Marked] : Array.Empty<string>(),
            .. attempt.Outcome == Outcome.Failed || attempt.Verdict is not null and not Verdict.Right ? [Facet.Bad] : Array.Empty<string>(),
        ];
        words.AppendJoin(' ', facets);
    }

    private long Name(string kind, string text)
    {
        if (!names.TryGetValue((kind, text), out var number))
        {
            Execute("INSERT OR IGNORE INTO name (kind, text) VALUES ($kind, $text)", ("$kind", kind), ("$text", text));
            names[(kind, text)] = number = One("SELECT n FROM name WHERE kind = $kind AND text = $text", row => row.GetInt64(0), ("$kind", kind), ("$text", text));
        }

        return number;
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private T? One<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var row = command.ExecuteReader();
        return row.Read() ? read(row) : default;
    }

    private List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var row = command.ExecuteReader();
        var all = new List<T>();
        while (row.Read())
        {
            all.Add(read(row));
        }

        return all;
    }
}
