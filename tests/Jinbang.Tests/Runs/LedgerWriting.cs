using Jinbang.Runs;

namespace Jinbang.Tests.Runs;

/// <summary>Short ways to write to a ledger in tests.</summary>
internal static class LedgerWriting
{
    public static Task RecordAsync(this Ledger ledger, string sitting, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken) =>
        ledger.WriteAsync([new(sitting) { Entries = entries }], cancellationToken);

    public static Task RegradeAsync(this Ledger ledger, string sitting, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken) =>
        ledger.WriteAsync([new(sitting) { Grades = entries }], cancellationToken);
}
