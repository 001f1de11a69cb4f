using Jinbang.Exams;
using Jinbang.Runs;
using Jinbang.Runs.Cases;
using Jinbang.Runs.Search;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Cases;

/// <summary>Finds kept replies for a reader.</summary>
/// <param name="open">The workspace.</param>
/// <param name="following">The index.</param>
/// <param name="reader">Who reads.</param>
internal sealed class CaseFinder(OpenWorkspace open, CaseFollowing following, Reader reader)
{
    private CaseSearch Search => following.Index.Search;

    /// <summary>How far the index has come; null before it was begun.</summary>
    public SearchProgress? Progress => following.Index.Progress;

    /// <summary>The exams that the reader may see.</summary>
    public async Task<IReadOnlyList<ExamEntry>> ExamsAsync() => [.. (await open.ExamsAsync()).Where(reader.MaySee)];

    /// <summary>A page of what is found.</summary>
    public async Task<CaseHits> FindAsync(CaseAsk ask, CasePage page, CancellationToken cancellationToken)
    {
        var all = await open.ExamsAsync();
        return await Search.FindAsync(ask.Query([.. all.Where(reader.MaySee)], all.Where(exam => !reader.MaySee(exam))), page, cancellationToken);
    }

    /// <summary>What there is to filter by.</summary>
    public async Task<CaseChoices> ChoicesAsync(CaseAsk ask) =>
        Search.Choices((await ExamsAsync()).FirstOrDefault(exam => exam.Name == ask.Exam) is { } chosen ? (chosen.Id, chosen.Language) : null);

    /// <summary>The question of a hit as its file has it now; null when there is none.</summary>
    public async Task<Question?> QuestionAsync(CaseHit hit) => await EntryAsync(hit) is { } entry
        ? open.Read(entry).Questions.FirstOrDefault(question => question.Id == hit.Question)
        : null;

    /// <summary>A reply by its attempt's key; null when there is none, or the reader may not see it.</summary>
    public async Task<FoundCase?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (await Search.FindAsync(key, cancellationToken) is not { } hit || await EntryAsync(hit) is not { } entry
            || await open.Ledger.FindAsync(key, cancellationToken) is not { } kept || await Search.SittingAsync(hit.Sitting, cancellationToken) is not { } sitting)
        {
            return null;
        }

        var exam = await Decisions.ApplyAsync(open.Ledger, open.Read(entry), cancellationToken);
        var found = await CaseReader.FindAsync(open.Ledger, exam, sitting, key, cancellationToken);
        return new(hit, entry, sitting, found?.Entry ?? kept)
        {
            Case = found,
            IsLatest = (await open.Ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken)).Any(latest => latest.Key == sitting.Key),
            Marks = await open.Ledger.MarksAsync(cancellationToken).Where(mark => mark.Attempt == key).ToListAsync(cancellationToken),
            Judgements = await JudgementsAsync(kept, cancellationToken),
        };
    }

    /// <summary>The cases before and after one in what is found, the later recorded before; null where there is none.</summary>
    public async Task<(string? Previous, string? Next)> BesideAsync(CaseAsk ask, long id, CancellationToken cancellationToken)
    {
        var newer = await FindAsync(ask, new(1) { After = id }, cancellationToken);
        var older = await FindAsync(ask, new(1) { Before = id }, cancellationToken);
        return (newer.Hits is [var previous] ? previous.Key : null, older.Hits is [var next] ? next.Key : null);
    }

    private async Task<ExamEntry?> EntryAsync(CaseHit hit) =>
        (await ExamsAsync()).FirstOrDefault(exam => exam.Id == hit.Exam && exam.Language == hit.Language);

    private async Task<IReadOnlyList<LedgerJudgement>> JudgementsAsync(LedgerEntry kept, CancellationToken cancellationToken)
    {
        var judgements = new List<LedgerJudgement>();
        foreach (var key in kept.JudgedBy?.Split(' ') ?? [])
        {
            if (await open.Ledger.FindJudgementAsync(key, cancellationToken) is { } judgement)
            {
                judgements.Add(judgement);
            }
        }

        return judgements;
    }
}
