using System.CommandLine;
using Jinbang.Runs;
using Jinbang.Runs.Batches;

namespace Jinbang.Cli;

/// <summary>The options of asking in batches.</summary>
internal sealed class BatchOptions(Terminal terminal)
{
    private readonly Option<bool> batch = terminal.Option<bool>(
        "--batch",
        "Ask in batches, where providers take them: cheaper, answered within a day. Ctrl-C leaves them at the provider, and the same command takes their results.",
        "以批处理方式提问（限支持的服务商）：更便宜，一天内完成。按 Ctrl-C 后批次留在服务商处继续，重新运行同一命令可取回结果。");

    private readonly Option<bool> noWait = terminal.Option<bool>(
        "--no-wait", "With --batch: hand the batches over and leave.", "与 --batch 同用：提交批次后立即退出。");

    private readonly Option<bool> forget = terminal.Option<bool>(
        "--forget-batches",
        "Give up batches of these models that have brought no results: what they may cost counts as spent, and their questions are asked again.",
        "放弃这些模型尚无结果的批次：可能的花费按已花费计算，其中的题重新提问。");

    public IEnumerable<Option> All => [batch, noWait, forget];

    /// <summary>Whether batches are asked for.</summary>
    public bool Wanted(ParseResult words) => words.GetValue(batch);

    /// <summary>The settings with what the command line says of batches.</summary>
    /// <exception cref="BadInputException">Options contradict one another.</exception>
    public RunSettings Adjust(RunSettings run, ParseResult words)
    {
        var (isWanted, mayLeave) = (words.GetValue(batch), words.GetValue(noWait));
        if (isWanted && run.Replay is not null)
        {
            throw new BadInputException(new("A replay asks nobody: leave --batch out.", "重放不调用任何模型：请去掉 --batch。"));
        }

        if (mayLeave && !isWanted)
        {
            throw new BadInputException(new("--no-wait is for batches: add --batch.", "--no-wait 只用于批处理：请加上 --batch。"));
        }

        return run with { Batches = isWanted ? new BatchSettings { Wait = !mayLeave } : null, ForgetBatches = words.GetValue(forget) };
    }
}
