using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Runs.Marks;
using Jinbang.Runs.Search;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Cases;

/// <summary>What the JSON interface says of kept replies.</summary>
internal static class CaseAnswers
{
    /// <summary>A page of a search.</summary>
    public static object Of(CaseHits hits, SearchProgress? progress, IReadOnlyList<ExamEntry> exams) => new
    {
        hits.Total,
        hits.AreMore,
        hits.IsAbout,
        hits.AreQuestionsTooMany,
        older = hits.HasOlder && hits.Hits is [.., var last] ? last.Id : (long?)null,
        newer = hits.HasNewer && hits.Hits is [var first, ..] ? first.Id : (long?)null,
        index = progress,
        cases = hits.Hits.Select(hit => Of(hit, exams.FirstOrDefault(exam => exam.Id == hit.Exam && exam.Language == hit.Language)?.Name ?? hit.Exam)),
    };

    /// <summary>A reply with all that is known of it.</summary>
    public static object Of(FoundCase found) => new
    {
        @case = Of(found.Hit, found.Exam.Name),
        found.IsLatest,
        found.IsMarkable,
        question = found.Question is { } question ? Of(question) : null,
        reply = new
        {
            outcome = GradeWords.Code(found.Entry.Reply.Outcome),
            found.Entry.Reply.Text,
            found.Entry.Reply.Thinking,
            found.Entry.Reply.Error,
            found.Entry.Reply.FinishReason,
            promptTokens = found.Entry.Reply.Usage?.Prompt,
            replyTokens = found.Entry.Reply.Usage?.Completion,
            seconds = found.Entry.Reply.Elapsed?.TotalSeconds,
            yuan = found.Entry.Reply.Cost,
        },
        grade = found.Entry.Grade is { } grade ? Of(grade) : null,
        withoutMark = found.Case?.WithoutMark is { } unmarked ? Of(unmarked) : null,
        judgements = found.Judgements.Select(judgement => new { judgement.Judgement.Judge, judgement.Judgement.Reply.Text, judgement.AskedAt }),
        marks = found.Marks.Select(Of),
    };

    private static object Of(CaseHit hit, string exam) => new
    {
        hit.Id,
        hit.Key,
        exam,
        hit.Model,
        hit.Question,
        hit.Repeat,
        outcome = GradeWords.Code(hit.Outcome),
        verdict = hit.Verdict is { } verdict ? GradeWords.Code(verdict) : null,
        hit.Rule,
        read = hit.Answer,
        hit.IsMarked,
        hit.AskedAt,
        hit.Text,
    };

    private static object Of(Question question) => new
    {
        question.Id,
        question.Stratum,
        question.Passage,
        question.Stem,
        options = question.Options.ToDictionary(option => option.Letter.ToString(), option => option.Text),
        key = question.Key.ToString(),
        question.Explanation,
    };

    private static object Of(Grade grade) => new
    {
        verdict = GradeWords.Code(grade.Verdict),
        grade.Points,
        reading = new { kind = GradeWords.Code(grade.Reading.Kind), grade.Reading.Answer, grade.Reading.Rule, grade.Reading.Start, grade.Reading.Length },
    };

    private static object Of(LedgerMark mark) => new
    {
        mark.By,
        mark.GivenAt,
        mark.Reason,
        verdict = mark.Mark is { } given ? GradeWords.Code(given.Verdict) : null,
        mark.Mark?.Points,
        before = mark.Before is { } before ? GradeWords.Code(before.Verdict) : null,
    };
}
