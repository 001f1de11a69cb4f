using System.CommandLine;
using System.CommandLine.Parsing;
using Jinbang.Cli.Summaries;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Ledgers.Checkups;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang doctor</c>: looks through a ledger, and saves what can be read of a damaged one; or tries every
/// configured provider.</summary>
internal sealed class DoctorVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Terminal terminal;
    private readonly Argument<string> ledger;
    private readonly Option<bool> mend;
    private readonly Option<bool> providers;
    private readonly Option<string> timeout;
    private readonly Option<bool> json;

    private DoctorVerb(Terminal terminal)
    {
        this.terminal = terminal;
        ledger = terminal.Argument<string>("LEDGER", "The ledger: a file or a database's address (default: this folder's).", "账本：文件，或数据库地址（默认为本目录的账本）。");
        ledger.Arity = ArgumentArity.ZeroOrOne;
        mend = terminal.Option<bool>(
            "--mend",
            "Save what can be read into a new ledger beside it; the old one stays as it is.",
            "把能读出的内容抢救到旁边的新账本，原账本不动。");
        providers = terminal.Option<bool>(
            "--providers",
            "Instead of the ledger, try every configured provider with one tiny call; exit code 1 when one does not reply.",
            "不检查账本，而是向每个已配置的服务商各发一次极短的调用；有不通的则退出码为 1。");
        timeout = terminal.Option<string>(
            "--timeout", "Longest time of such a call (default: 30s).", "这种调用的最长时间（默认 30s）。");
        timeout.Validators.Add(IsTime);
        json = terminal.Option<bool>("--json", "Print what was found as JSON, for scripts.", "以 JSON 输出检查结果，供脚本使用。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new DoctorVerb(terminal);
        var command = terminal.Command(
            "doctor",
            "Check the ledger and say what it holds; exit code 3 when it is damaged. Or try the providers.",
            "检查账本并说明其内容，损坏时退出码为 3；也可检查各服务商。",
            verb.ledger, verb.mend, verb.providers, verb.timeout, verb.json);
        command.Validators.Add(verb.IsOneOrTheOther);
        command.SetAction((words, cancellationToken) =>
            words.GetValue(verb.providers) ? verb.TryProvidersAsync(words, cancellationToken) : verb.CheckLedgerAsync(words, cancellationToken));
        return command;
    }

    private async Task<int> CheckLedgerAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var address = words.GetValue(ledger) is { } named ? Surroundings.Ledger(named, terminal.Folder) : Surroundings.Workspace(terminal.Folder).Ledger;
        if (address is LedgerDatabase && words.GetValue(mend))
        {
            throw new BadInputException(new(
                $"--mend is for ledger files. Restore the database of {address} from its backup.", $"--mend 只用于账本文件。请从备份恢复 {address} 的数据库。"));
        }

        var checkup = address is LedgerDatabase database ? await PostgresCheckup.ExamineAsync(database, cancellationToken) : SqliteCheckup.Examine(address.File!);
        var summary = new DoctorSummary(address.IsHeld(), checkup, words.GetValue(mend) ? SqliteMending.Mend(address.File!) : null);
        if (words.GetValue(json))
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
        }
        else
        {
            terminal.Out.Write(DoctorReport.Of(summary, terminal.Language));
        }

        return checkup.IsSound ? ExitCode.Done : ExitCode.LedgerFault;
    }

    private async Task<int> TryProvidersAsync(ParseResult words, CancellationToken cancellationToken)
    {
        using var roster = new Roster(WorkspaceFile.Read(""), terminal.Tell, TimeProvider.System);
        var patience = words.GetValue(timeout) is { } told ? Duration.Parse(told)!.Value : Patience;
        var summary = await new ProviderCheckup(roster, terminal, patience).ExamineAsync(cancellationToken);
        if (words.GetValue(json))
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
        }
        else
        {
            terminal.Out.Write(ProviderTable.Of(summary, terminal.Language));
        }

        return summary.AllReplied ? ExitCode.Done : ExitCode.Incomplete;
    }

    private void IsTime(OptionResult result)
    {
        if (result.Tokens.Count > 0 && !(Duration.Parse(result.Tokens[0].Value) > TimeSpan.Zero))
        {
            result.AddError(terminal.Say("--timeout must be a time such as 500ms, 15s or 2m.", "--timeout 应为 500ms、15s、2m 这样的时长。"));
        }
    }

    private void IsOneOrTheOther(CommandResult result)
    {
        if (result.GetValue(providers) ? result.GetValue(ledger) is not null || result.GetValue(mend) : result.GetResult(timeout) is not null)
        {
            result.AddError(terminal.Say(
                "--providers goes with --timeout and --json alone, and --timeout only with --providers.",
                "--providers 只能与 --timeout、--json 同用；--timeout 只能与 --providers 同用。"));
        }
    }
}
