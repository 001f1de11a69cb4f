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
    /// <param name="standings">Where models stand on it, as <see cref="Standings.ReadAsync(Ledger, Exam, bool, CancellationToken)"/> gives them.</param>
    /// <param name="keep">Whether sheets that had to be read from attempts are kept.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<IReadOnlyList<Standing>> AddAsync(
        Ledger ledger, Exam exam, IReadOnlyList<Standing> standings, bool keep, CancellationToken cancellationToken)
    {
        var paper = Paper.Of(exam);
        return await InParallel.SelectAsync(standings, async (standing, cancellation) =>
        {
            var (sheet, repeats) = await SheetAsync(ledger, paper, standing.Sitting!, standing.Planned / paper.Count, keep, cancellation);
            return standing with { Sheet = sheet, Repeats = repeats, ExamVersion = paper.Version(place => WasAsked(sheet, place)) };
        }, cancellationToken);
    }

    private static async Task<(ScoreSheet Sheet, RepeatTally? Repeats)> SheetAsync(
        Ledger ledger, Paper paper, string sitting, int repeats, bool keep, CancellationToken cancellationToken)
    {
        var mark = paper.Mark(repeats);
        // What repeats vote for is only in the attempts.
        if (repeats == 1 && await ledger.SheetAsync(sitting, cancellationToken) is { } kept && kept.Mark == mark)
        {
            return (kept.Sheet, null);
        }

        var read = await ReadAsync(ledger, paper, sitting, repeats, cancellationToken);
        if (keep && repeats == 1)
        {
            await ledger.WriteAsync([new(sitting) { Sheet = new SittingSheet(mark, read.Sheet) }], cancellationToken);
        }

        return read;
    }

    private static async Task<(ScoreSheet Sheet, RepeatTally? Repeats)> ReadAsync(
        Ledger ledger, Paper paper, string sitting, int repeats, CancellationToken cancellationToken)
    {
        var index = new AttemptPlan(sitting, paper, repeats).Index();
        var places = Places(paper.Exam);
        var sheet = new ScoreSheet(paper.Count, repeats);
        var votes = repeats > 1 ? paper.Exam.Questions.ToDictionary(question => question.Id, _ => new List<Vote>(repeats)) : null;
        await foreach (var result in ledger.ResultsAsync(sitting, cancellationToken))
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

        return (sheet, votes is null ? null : Tallied(paper.Exam, repeats, votes));
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
