using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Cases;
using Jinbang.Runs.Marks;
using Jinbang.Runs.Search;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Cases;

/// <summary>A kept reply with all that is known of it.</summary>
/// <param name="Hit">Whose it is.</param>
/// <param name="Exam">The exam.</param>
/// <param name="Sitting">The sitting it belongs to.</param>
/// <param name="Entry">The reply, with its grade by the present key where the question is still asked.</param>
public sealed record FoundCase(CaseHit Hit, ExamEntry Exam, SittingEntry Sitting, LedgerEntry Entry)
{
    /// <summary>The same with its question; null when that was reworded or dropped since.</summary>
    public Case? Case { get; init; }

    /// <summary>Whether it is of the model's latest sitting, which boards are by.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>All that persons ever said of it, the first first.</summary>
    public required IReadOnlyList<LedgerMark> Marks { get; init; }

    /// <summary>What judges said of it.</summary>
    public required IReadOnlyList<LedgerJudgement> Judgements { get; init; }

    /// <summary>The question, or null.</summary>
    public Question? Question => Case?.Question;

    /// <summary>How it ended, or what it is worth.</summary>
    public Phrase Kind => KindOf(Entry.Reply.Outcome, Entry.Grade?.Verdict);

    /// <summary>Whether a person can mark it.</summary>
    public bool IsMarkable => IsLatest && Case is not null && Entry.Reply.Outcome != Outcome.Failed;

    /// <summary>How a reply ended, which says more than that there is no right answer; else what it is worth.</summary>
    public static Phrase KindOf(Outcome outcome, Verdict? verdict) => outcome == Outcome.Replied && verdict is { } known
        ? GradeWords.Say(known)
        : outcome == Outcome.Replied ? new("not graded", "无评分") : GradeWords.Say(outcome);
}
