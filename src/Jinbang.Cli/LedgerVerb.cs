using System.CommandLine;
using System.Globalization;
using Jinbang.Cli.Summaries;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Ledgers.Copies;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang ledger copy</c>: copies a ledger from one database into another, as from a file to a server and back.</summary>
internal sealed class LedgerVerb
{
    private readonly Terminal terminal;
    private readonly Argument<string> from;
    private readonly Argument<string> to;
    private readonly Option<bool> json;

    private LedgerVerb(Terminal terminal)
    {
        this.terminal = terminal;
        from = terminal.Argument<string>("FROM", "The ledger that is copied: a file or a database's address without its password.", "要复制的账本：文件，或数据库地址（不含密码）。");
        to = terminal.Argument<string>("TO", "Where it is copied to: an empty database, or a file that is made.", "复制到哪里：空数据库，或将新建的文件。");
        json = terminal.Option<bool>("--json", "Print the tables with their rows and sums as JSON, for scripts.", "以 JSON 输出各表的行数与校验和，供脚本使用。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new LedgerVerb(terminal);
        var copy = terminal.Command(
            "copy",
            "Copy a ledger into an empty one: SQLite to PostgreSQL, or back. What was copied is read again and compared; on any fault nothing is kept.",
            "把账本复制到空账本：SQLite 到 PostgreSQL，或反之。复制后重读并比对，出错则不保留任何内容。",
            verb.from, verb.to, verb.json);
        copy.SetAction(async (words, cancellationToken) =>
        {
            await verb.CopyAsync(words, cancellationToken);
            return ExitCode.Done;
        });
        var command = new Command("ledger", terminal.Say("Copy the ledger from one database to another.", "在数据库之间复制账本。"));
        command.Subcommands.Add(copy);
        return command;
    }

    private async Task CopyAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var (written, asJson) = (words.GetValue(to)!, words.GetValue(json));
        var (source, target) = (Surroundings.Ledger(words.GetValue(from)!, terminal.Folder), Surroundings.Ledger(written, terminal.Folder));
        if (!source.Exists)
        {
            throw new BadInputException(new($"There is no ledger {source}.", $"没有账本 {source}。"));
        }

        using var held = Hold(source);
        await using var copied = source.OpenToRead();

        // Made before it is held: its lock is beside it.
        await using var made = target.Open();
        using var own = Hold(target);
        var tables = await Task.Run(() => new LedgerCopy(copied, made).CopyAsync(table => Tell(table, asJson), cancellationToken), cancellationToken);
        if (asJson)
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(tables));
            return;
        }

        var rows = tables.Sum(table => table.Rows).ToString("N0", CultureInfo.InvariantCulture);
        terminal.Tell(new(
            $"Copied {source} to {target}: {rows} rows, read again and the same. To use it, write `ledger: {written}` into jinbang.yaml.",
            $"已把 {source} 复制到 {target}：共 {rows} 行，重读核对一致。要改用它，请在 jinbang.yaml 中写 `ledger: {written}`。"));
    }

    private void Tell(CopiedTable table, bool asJson)
    {
        if (!asJson)
        {
            var rows = table.Rows.ToString("N0", CultureInfo.InvariantCulture);
            terminal.Tell(new($"{table.Name}: {rows} rows, SHA-256 {table.Sum[..16]}…", $"{table.Name}：{rows} 行，SHA-256 {table.Sum[..16]}…"));
        }
    }

    private static IDisposable Hold(LedgerAddress address) => address.TryHold(TimeSpan.Zero) ?? throw new BadInputException(new(
        $"A run is writing the ledger {address}. Wait for it.", $"有任务正在写账本 {address}。请等它结束。"));
}
