using System.Globalization;
using Jinbang.Runs.Ledgers.Checkups;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Jinbang.Runs.Ledgers;

/// <summary>Says what keeps an SQLite ledger from being read or written, in plain words.</summary>
internal static class SqliteFaults
{
    /// <summary>The fault in plain words; null when it is none of the disk or the file, and so a bug.</summary>
    public static LedgerFaultException? Of(SqliteException fault, string path) => fault.SqliteErrorCode switch
    {
        SQLITE_FULL => Passing(fault, new(
            $"There is no room left for the ledger {path} ({Free(path)} free there). Make room: about 2 KB for each answer.",
            $"账本 {path} 所在磁盘已满（剩余 {Free(path)}）。请腾出空间：每份作答约需 2 KB。")),
        SQLITE_READONLY => Passing(fault, new(
            $"The ledger {path} may not be written. Give write permission for the file and its folder.",
            $"账本 {path} 不可写。请给予该文件及其目录写权限。")),
        SQLITE_BUSY or SQLITE_LOCKED => Passing(fault, new(
            $"Another program holds the ledger {path} locked. Close it.",
            $"账本 {path} 被其他程序锁定。请关闭该程序。")),
        SQLITE_IOERR or SQLITE_CANTOPEN => Passing(fault, new(
            $"The ledger {path} cannot be reached: {fault.Message.TrimEnd('.')} ({Free(path)} free there). Is its disk there, whole and not full?",
            $"无法读写账本 {path}：{fault.Message.TrimEnd('.')}（剩余 {Free(path)}）。磁盘是否在线、完好、未满？")),
        SQLITE_CORRUPT or SQLITE_NOTADB => new LedgerFaultException(Damaged(path), isPassing: false, fault),
        _ => null,
    };

    /// <summary>What to say of a damaged ledger.</summary>
    public static Phrase Damaged(string path) => new(
        $"The ledger {path} is damaged. `jinbang doctor` says how badly, and `jinbang doctor --mend` saves what can be read.",
        $"账本 {path} 已损坏。请用 `jinbang doctor` 检查，用 `jinbang doctor --mend` 抢救可读的内容。");

    /// <summary>What to say of a row that cannot be understood.</summary>
    public static LedgerFaultException Senseless(string path, Exception fault) => new(Damaged(path), isPassing: false, fault);

    private static LedgerFaultException Passing(SqliteException fault, Phrase problem) => new(problem, isPassing: true, fault);

    private static string Free(string path) =>
        FreeSpace.Beside(path) is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB") : "?";
}
