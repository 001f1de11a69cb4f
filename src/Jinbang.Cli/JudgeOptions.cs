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

    /// <summary>The judges of the command line, else of the workspace, and how many replies that rules read they are to read too.</summary>
    /// <param name="run">The workspace's settings.</param>
    /// <param name="words">The command line.</param>
    /// <param name="endpoint">An endpoint given on the command line, or null.</param>
    /// <param name="roster">Who knows models.</param>
    /// <exception cref="BadInputException">A judge cannot read, or there are replies to compare and no judge.</exception>
    public (IReadOnlyList<WorkspaceModel> Judges, int Sample) Choose(RunSettings run, ParseResult words, string? endpoint, Roster roster)
    {
        var judges = roster.ChooseJudges(words.GetValue(Names) ?? [], endpoint).Models;
        var sample = words.GetResult(Sample) is null ? run.JudgeSample : words.GetValue(Sample);
        return sample == 0 || judges.Count > 0 ? (judges, sample) : throw new BadInputException(new(
            "There are replies to compare (judge-sample), but no judge to read them: name one with --judge.",
            "指定了 judge-sample，但没有评判者：请用 --judge 指定。"));
    }
}
