using System.Net.Sockets;
using Npgsql;

namespace Jinbang.Runs.Ledgers;

/// <summary>Says what keeps a PostgreSQL ledger from being read or written, in plain words, which never hold a password.</summary>
internal static class PostgresFaults
{
    // The server ends the transaction of who says nothing more.
    private const string IdleInTransaction = "25P03";

    /// <summary>Whether it is a fault of the server that may be gone in a moment.</summary>
    public static bool IsPassing(Exception thrown) => (thrown as LedgerFaultException ?? Of(thrown, "")) is { IsPassing: true };

    /// <summary>The fault in plain words; null when it is none of the server, and so a bug.</summary>
    public static LedgerFaultException? Of(Exception thrown, string name) => thrown switch
    {
        PostgresException fault => OfServer(fault, name),
        NpgsqlException or SocketException or TimeoutException or IOException => Passing(thrown, new(
            $"The ledger {name} cannot be reached: {Why(thrown)}. Is PostgreSQL running there, and the way to it open?",
            $"无法连接账本 {name}：{Why(thrown)}。那里的 PostgreSQL 是否在运行，网络是否通畅？")),
        _ => null,
    };

    private static LedgerFaultException? OfServer(PostgresException fault, string name) => fault.SqlState switch
    {
        PostgresErrorCodes.DiskFull => Passing(fault, new(
            $"There is no room left for the ledger {name}. Make room at the server: about 4 KB for each answer.",
            $"账本 {name} 所在服务器的磁盘已满。请在服务器上腾出空间：每份作答约需 4 KB。")),
        PostgresErrorCodes.ReadOnlySqlTransaction => Passing(fault, new(
            $"The ledger {name} may only be read at present. Is the server a replica?", $"账本 {name} 目前只读。该服务器是否为副本？")),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => Passing(fault, new(
            $"Another program holds the ledger {name} locked.", $"账本 {name} 被其他程序锁定。")),
        IdleInTransaction or ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] or ['5', '8', ..] => Passing(fault, new(
            $"The ledger {name} cannot be reached at present: {Why(fault)}.", $"账本 {name} 目前无法使用：{Why(fault)}。")),
        ['2', '8', ..] => Lasting(fault, new(
            $"The ledger {name} refuses the user: {Why(fault)}. Check the user, and the password in JINBANG_LEDGER_PASSWORD.",
            $"账本 {name} 拒绝该用户：{Why(fault)}。请检查用户名，以及 JINBANG_LEDGER_PASSWORD 中的密码。")),
        PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidSchemaName => Lasting(fault, new(
            $"There is no such database for the ledger {name}: {Why(fault)}. Make it: CREATE DATABASE jinbang ENCODING 'UTF8' TEMPLATE template0.",
            $"账本 {name} 所指的数据库不存在：{Why(fault)}。请新建：CREATE DATABASE jinbang ENCODING 'UTF8' TEMPLATE template0。")),
        PostgresErrorCodes.InsufficientPrivilege => Lasting(fault, new(
            $"The ledger {name} may not be used by this user: {Why(fault)}.", $"该用户无权使用账本 {name}：{Why(fault)}。")),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Lasting(fault, new(
            $"The ledger {name} is damaged: {Why(fault)}. Restore the database from its backup.", $"账本 {name} 已损坏：{Why(fault)}。请从备份恢复数据库。")),
        _ => null,
    };

    /// <summary>What to say of a row that cannot be understood.</summary>
    public static LedgerFaultException Senseless(string name, Exception fault) => Lasting(fault, new(
        $"The ledger {name} holds a row that makes no sense: {fault.Message.TrimEnd('.')}.", $"账本 {name} 中有一行无法理解：{fault.Message.TrimEnd('.')}。"));

    private static LedgerFaultException Passing(Exception fault, Phrase problem) => new(problem, isPassing: true, fault);

    private static LedgerFaultException Lasting(Exception fault, Phrase problem) => new(problem, isPassing: false, fault);

    // Of what the client says the cause within says most.
    private static string Why(Exception fault) =>
        (fault is PostgresException server ? server.MessageText : (fault.InnerException ?? fault).Message).TrimEnd('.');
}
