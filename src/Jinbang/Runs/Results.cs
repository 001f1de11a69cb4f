using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Grading.Repeats;
using Jinbang.Grading.Sheets;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>Reads from the ledger what became of every attempt, without reading a reply.</summary>
public static class Results
{
    /// <summary>The same standings with their sheets, and with what repeats have shown of models that were asked more than once.</summary>
    /// <param name="ledger">The ledger; its grades are up to date.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="standings">Where models stand on it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<IReadOnlyList<Standing>> AddAsync(
        Ledger ledger, Exam exam, IReadOnlyList<Standing> standings, CancellationToken cancellationToken)
    {
        var (paper, places) = (Paper.Of(exam), Places(exam));
        var sittings = (await ledger.SittingsAsync(exam.Id, exam.Language, cancellationToken)).ToDictionary(sitting => sitting.Model.Name);
        var added = new List<Standing>();
        foreach (var standing in standings)
        {
            added.Add(await AddAsync(ledger, paper, places, sittings[standing.Model.Name], standing, cancellationToken));
        }

        return added;
    }

    private static async Task<Standing> AddAsync(
        Ledger ledger, Paper paper, Dictionary<string, int> places, SittingEntry sitting, Standing standing, CancellationToken cancellationToken)
    {
        var index = new AttemptPlan(sitting.Key, paper, sitting.Repeats).Index();
        var sheet = new ScoreSheet(paper.Count, sitting.Repeats);
        var votes = sitting.Repeats > 1 ? paper.Exam.Questions.ToDictionary(question => question.Id, _ => new List<Vote>(sitting.Repeats)) : null;
        await foreach (var result in ledger.ResultsAsync(sitting.Key, cancellationToken))
        {
            if (index.TryFind(result.Key, out var attempt))
            {
                sheet.Of(places[attempt.Question.Id])[attempt.Repeat] = Cell(result);
                if (votes is not null && result.Vote is { } vote)
                {
                    votes[attempt.Question.Id].Add(vote);
                }
            }
        }

        var version = paper.Version(place => WasAsked(sheet, place));
        return standing with { Sheet = sheet, ExamVersion = version, Repeats = votes is null ? null : Tallied(paper.Exam, sitting.Repeats, votes) };
    }

    private static bool WasAsked(ScoreSheet sheet, int question)
    {
        foreach (ref readonly var cell in sheet.Of(question))
        {
            if (cell.State != SheetState.NotAsked)
            {
                return true;
            }
        }

        return false;
    }

    private static RepeatTally Tallied(Exam exam, int repeats, Dictionary<string, List<Vote>> votes)
    {
        var tally = new RepeatTally(repeats);
        foreach (var question in exam.Questions)
        {
            tally.Add(question, [.. votes[question.Id].OrderBy(vote => vote.Repeat)]);
        }

        return tally;
    }

    private static SheetCell Cell(LedgerResult result) => new(StateOf(result))
    {
        Outcome = result.Outcome,
        Points = (float)(result.Vote?.Points ?? 0),
        Letters = result.Vote is { Kind: ReadingKind.Letter or ReadingKind.Letters } vote ? LettersOf(vote.Answer) : 0,
        Seconds = (float)(result.Seconds ?? double.NaN),
        FirstTokenSeconds = (float)(result.FirstTokenSeconds ?? double.NaN),
        PromptTokens = result.PromptTokens,
        ReplyTokens = result.ReplyTokens,
        Cost = result.Cost,
    };

    private static SheetState StateOf(LedgerResult result) => result switch
    {
        { Outcome: Outcome.Failed } => SheetState.Failed,
        { Vote: null } => SheetState.Ungraded,
        { Vote: { } vote } => vote.Verdict switch
        {
            Verdict.Right => SheetState.Right,
            Verdict.Partial => SheetState.Partial,
            Verdict.Wrong => SheetState.Wrong,
            Verdict.Unreadable => SheetState.Unreadable,
            Verdict.Unanswered => SheetState.Unanswered,
        },
    };

    private static uint LettersOf(string answer) =>
        answer.Where(letter => letter is >= 'A' and <= 'Z').Aggregate(0u, (letters, letter) => letters | 1u << (letter - 'A'));

    private static Dictionary<string, int> Places(Exam exam) =>
        exam.Questions.Select((question, place) => (question.Id, place)).ToDictionary(question => question.Id, question => question.place);
}
