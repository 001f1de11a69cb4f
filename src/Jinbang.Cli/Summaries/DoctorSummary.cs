using Jinbang.Runs.Ledgers.Checkups;

namespace Jinbang.Cli.Summaries;

/// <summary>What the doctor found, for scripts.</summary>
/// <param name="IsInUse">Whether a program is writing the ledger.</param>
/// <param name="Checkup">What was found in the file.</param>
/// <param name="Mended">What was saved of it; null when nothing was to be mended.</param>
internal sealed record DoctorSummary(bool IsInUse, LedgerCheckup Checkup, MendedLedger? Mended);
