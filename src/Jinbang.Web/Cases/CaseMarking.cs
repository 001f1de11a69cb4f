using Jinbang.Grading;
using Jinbang.Runs.Marks;
using Jinbang.Web.Access;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Cases;

/// <summary>Lets a reader overrule the verdict on a reply.</summary>
/// <param name="open">The workspace.</param>
/// <param name="finder">Finds the reply.</param>
/// <param name="following">The index, which follows at once.</param>
/// <param name="audit">Gets who did it.</param>
/// <param name="reader">Who does it.</param>
/// <param name="options">Whether readers are known by name.</param>
/// <param name="time">The clock.</param>
internal sealed class CaseMarking(OpenWorkspace open, CaseFinder finder, CaseFollowing following, AuditLog audit, Reader reader, SiteOptions options, TimeProvider time)
{
    /// <summary>The verdict's word that takes a mark back.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>Gives a mark, or takes one back.</summary>
    /// <param name="key">The attempt's key.</param>
    /// <param name="wish">What the reader says.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was kept; null when there is no such reply that boards count.</returns>
    /// <exception cref="BadInputException">The mark is no mark; nothing was changed.</exception>
    /// <exception cref="LedgerBusyException">Another program writes the ledger; nothing was changed.</exception>
    public async Task<LedgerMark?> GiveAsync(string key, MarkWish wish, CancellationToken cancellationToken)
    {
        // Whoever has signed in signs with that name.
        var by = options.IsPublic || string.IsNullOrWhiteSpace(wish.By) ? reader.Name ?? "" : wish.By;
        using var hold = await open.HoldAsync(time, cancellationToken) ?? throw new LedgerBusyException();
        if (await finder.FindAsync(key, cancellationToken) is not { IsMarkable: true, Case: { } found } kept)
        {
            return null;
        }

        var order = MarkOrder.Of(kept.Hit.Model, found.Question.Id, wish.Verdict ?? "", wish.Points ?? "", by, wish.Reason ?? "") with { Exam = found.Exam.Id, Repeat = found.Entry.Repeat };
        var mark = (await new Marking(open.Ledger, [found.Exam], time).GiveAsync([order], cancellationToken))[0];
        audit.Record(by, mark.Mark is null ? "mark.withdraw" : "mark", new Dictionary<string, object?>
        {
            ["attempt"] = key,
            ["exam"] = mark.Exam,
            ["model"] = mark.Model,
            ["question"] = mark.Question,
            ["verdict"] = mark.Mark is { } given ? GradeWords.Code(given.Verdict) : null,
            ["points"] = mark.Mark?.Points,
            ["reason"] = mark.Reason,
        });
        await following.CatchUpAsync(cancellationToken);
        return mark;
    }
}
