using System.Globalization;
using Jinbang.Grading.Judges;

namespace Jinbang.Runs.Ledgers;

/// <summary>A judgement as a row of the ledger, both ways.</summary>
internal static class SqlJudgement
{
    /// <summary>The columns, in the order of <see cref="Values"/> and <see cref="Read"/>.</summary>
    public static readonly string[] Columns =
        ["key", "sitting", "attempt", "use", "question", "asked_at", "judge", .. SqlReply.Columns];

    public static object?[] Values(LedgerJudgement kept) =>
    [
        kept.Key, kept.Sitting, kept.Attempt, kept.Use.ToString(), kept.Question,
        kept.AskedAt.ToString("O", CultureInfo.InvariantCulture), kept.Judgement.Judge, .. SqlReply.Values(kept.Judgement.Reply),
    ];

    public static LedgerJudgement Read(LedgerRow row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), Enum.Parse<JudgementUse>(row.GetString(3)), row.GetString(4),
        row.Time(5), new Judgement(row.GetString(6), SqlReply.Read(row, 7)));
}
