using System.CommandLine;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>The options that say where replies come from: how many, by which seeds, from earlier examinations, or from another ledger alone.</summary>
internal sealed class ReplyOptions
{
    private readonly Terminal terminal;

    public ReplyOptions(Terminal terminal, SharedOptions shared)
    {
        this.terminal = terminal;
        Repeats = terminal.Option<int>(
            "--repeats",
            "How often each question is asked.",
            "每题问几遍。");
        Seed = terminal.Option<int>(
            "--seed",
            "Seed of each question's first repeat, one more for each further one; for models that take seeds.",
            "每题第一遍的随机种子，以后每遍加一；只对支持种子的模型有效。");
        NoReuse = terminal.Option<bool>(
            "--no-reuse",
            "Ask even what another examination in this folder has asked in the very same words.",
            "即使本目录中别的考试已用完全相同的提问问过，也重新问。");
        Replay = terminal.Option<string>(
            "--replay",
            "Ask nobody: take every reply from this ledger, such as ../old/.jinbang/ledger.db.",
            "不调用任何模型：全部回复取自这个账本，如 ../old/.jinbang/ledger.db。");
        Repeats.Validators.Add(shared.AtLeastOne);
        Seed.Validators.Add(shared.NotNegative);
    }

    public Option<int> Repeats { get; }

    public Option<int> Seed { get; }

    public Option<bool> NoReuse { get; }

    public Option<string> Replay { get; }

    /// <summary>The settings with what the command line says of repeats and reuse.</summary>
    public RunSettings Adjust(RunSettings run, ParseResult words) => run with
    {
        Repeats = words.GetResult(Repeats) is null ? run.Repeats : words.GetValue(Repeats),
        Reuse = !words.GetValue(NoReuse),
    };

    /// <summary>The models with the seed of the command line, if it gives one.</summary>
    public Line Seeded(Line line, ParseResult words) => words.GetResult(Seed) is null
        ? line
        : line with { Models = [.. line.Models.Select(model => model with { Seed = words.GetValue(Seed) })] };

    /// <summary>Says which models are asked without the seed that they should have.</summary>
    public void TellOfSeeds(Line line, IReadOnlyList<Candidate> candidates)
    {
        var unseeded = line.Models.Zip(candidates)
            .Where(pair => pair.First.Seed is not null && pair.Second.Examinee.SeedOf(0) is null)
            .Select(pair => pair.First.Name)
            .ToList();
        if (unseeded.Count > 0)
        {
            terminal.Tell(new(
                $"No seed is sent to {string.Join(", ", unseeded)}: nothing says that one would be taken. Their repeats are left to chance.",
                $"不向 {string.Join("、", unseeded)} 发送随机种子：没有说明表明支持。各遍回答听其自然。"));
        }
    }
}
