using Jinbang.Grading.Judges;
using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>One commit, as it is tried until it is heard of.</summary>
/// <param name="Calls">What ended.</param>
/// <param name="Pages">What is written.</param>
internal sealed record PlayedPage(IReadOnlyList<PlayedCall> Calls, IReadOnlyList<LedgerPage> Pages)
{
    /// <summary>Calls that wait until it is written.</summary>
    public IReadOnlyList<PlayedCall> Waiting { get; init; } = [];

    /// <summary>What calls that ended say of one sitting.</summary>
    public static LedgerPage Of(string sitting, IEnumerable<PlayedCall> calls)
    {
        var own = calls.Where(call => call.Sitting == sitting).ToList();
        return new LedgerPage(sitting)
        {
            Entries = [.. own.Where(call => call is { IsLost: false, IsJudge: false }).Select(call =>
                new LedgerEntry(call.Key, "q", 0, DateTimeOffset.UnixEpoch, Reply(call), null))],
            Judgements = [.. own.Where(call => call is { IsLost: false, IsJudge: true }).Select(call =>
                new LedgerJudgement(call.Key, sitting, call.Key, JudgementUse.Rubric, "q", DateTimeOffset.UnixEpoch, new Judgement(call.Model, Reply(call))))],
            Used = own.GroupBy(call => call.Model).ToDictionary(group => group.Key, group => group.Sum(call => call.Used)),
        };
    }

    /// <summary>The database knows of it.</summary>
    public void Book()
    {
        foreach (var call in Calls)
        {
            call.IsBooked = true;
        }
    }

    private static Reply Reply(PlayedCall call) => new(Outcome.Replied, "A") { Cost = call.Cost };
}
