using System.CommandLine;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>The options that name judges, and what they mean.</summary>
internal sealed class JudgeOptions
{
    public JudgeOptions(Terminal terminal, SharedOptions shared)
    {
        Names = terminal.Option<string[]>(
            "--judge",
            "A model that reads replies which rules cannot read, and gives points for open questions. May be repeated.",
            "评判模型：阅读规则读不出的作答，并为开放题打分。可重复。");
        Sample = terminal.Option<int>(
            "--judge-sample",
            "Let judges also read this many replies that rules read, and report how far the two agree.",
            "让评判者另读这么多份规则已读出的作答，并报告两者的一致程度。");
        Sample.Validators.Add(shared.AtLeastOne);
    }

    public Option<string[]> Names { get; }

    public Option<int> Sample { get; }

    /// <summary>The settings with the judges of the command line, else of the workspace, made ready.</summary>
    /// <param name="run">The workspace's settings.</param>
    /// <param name="words">The command line.</param>
    /// <param name="endpoint">An endpoint given on the command line, or null.</param>
    /// <param name="roster">Who makes models ready.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">A judge is unknown, or there are replies to compare and no judge.</exception>
    public async Task<RunSettings> AdjustAsync(
        RunSettings run, ParseResult words, string? endpoint, Roster roster, CancellationToken cancellationToken)
    {
        var line = roster.ChooseJudges(words.GetValue(Names) ?? [], endpoint);
        var sample = words.GetResult(Sample) is null ? run.JudgeSample : words.GetValue(Sample);
        if (sample > 0 && line.Models.Count == 0)
        {
            throw new BadInputException(new(
                "There are replies to compare (judge-sample), but no judge to read them: name one with --judge.",
                "指定了 judge-sample，但没有评判者：请用 --judge 指定。"));
        }

        return run with { Judges = await roster.OpenAsync(line, cancellationToken), JudgeSample = sample };
    }
}
