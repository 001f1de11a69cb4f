using System.CommandLine;
using Jinbang.Cli.Summaries;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers.Checkups;

namespace Jinbang.Cli;

/// <summary><c>jinbang doctor</c>: looks through a ledger, and saves what can be read of a damaged one.</summary>
internal static class DoctorVerb
{
    public static Command Build(Terminal terminal)
    {
        var ledger = terminal.Argument<string>(
            "LEDGER", "The ledger file (default: this folder's).", "账本文件（默认为本目录的账本）。");
        ledger.Arity = ArgumentArity.ZeroOrOne;
        var mend = terminal.Option<bool>(
            "--mend",
            "Save what can be read into a new ledger beside it; the old one stays as it is.",
            "把能读出的内容抢救到旁边的新账本，原账本不动。");
        var json = terminal.Option<bool>("--json", "Print what was found as JSON, for scripts.", "以 JSON 输出检查结果，供脚本使用。");
        var command = terminal.Command(
            "doctor",
            "Check the ledger and say what it holds; exit code 3 when it is damaged.",
            "检查账本并说明其内容；损坏时退出码为 3。",
            ledger, mend, json);
        command.SetAction(words =>
        {
            var path = words.GetValue(ledger) ?? WorkspaceFile.Read("").Ledger;
            var checkup = SqliteCheckup.Examine(path);
            var summary = new DoctorSummary(LedgerLock.IsTaken(path), checkup, words.GetValue(mend) ? SqliteMending.Mend(path) : null);
            if (words.GetValue(json))
            {
                terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(summary));
            }
            else
            {
                terminal.Out.Write(DoctorReport.Of(summary, terminal.Language));
            }

            return checkup.IsSound ? ExitCode.Done : ExitCode.LedgerFault;
        });
        return command;
    }
}
