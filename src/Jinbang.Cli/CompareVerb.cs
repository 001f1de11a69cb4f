using System.CommandLine;
using System.Text;
using Jinbang.Boards.Comparisons;
using Jinbang.Cli.Summaries;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang compare</c>: puts two models side by side over the questions that both were asked.</summary>
internal sealed class CompareVerb
{
    private const int Shown = 10;

    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly Argument<string> first;
    private readonly Argument<string> second;
    private readonly Option<int> show;
    private readonly Option<bool> all;
    private readonly Option<string> output;
    private readonly Option<bool> json;

    private CompareVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        first = terminal.Argument<string>("A", "A model's name, or a part of it that no other has.", "模型名，或其中不与他人相同的一部分。");
        second = terminal.Argument<string>("B", "Another model's.", "另一个模型的名字。");
        show = terminal.Option<int>("--show", "How many of the questions on which they differ are listed (default: 10).", "列出多少道两者得分不同的题（默认 10）。");
        show.DefaultValueFactory = _ => Shown;
        show.Validators.Add(shared.NotNegative);
        all = terminal.Option<bool>("--all", "List every question on which they differ.", "列出所有得分不同的题。");
        output = terminal.Option<string>(
            "--output", "A file to write every question on which they differ to: CSV when it ends in .csv, else JSONL.", "把所有得分不同的题写入此文件：以 .csv 结尾为 CSV，否则为 JSONL。");
        json = terminal.Option<bool>("--json", "Print everything as JSON, for scripts.", "以 JSON 输出全部内容，供脚本使用。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new CompareVerb(terminal);
        var command = terminal.Command(
            "compare",
            "Compare two models question by question: is one better, and what does it cost?",
            "逐题比较两个模型：哪个更好，代价多少。",
            verb.first, verb.second, verb.shared.Exams, verb.shared.ExamLanguage, verb.shared.LeaveOutBad, verb.show, verb.all, verb.output, verb.json);
        command.SetAction(verb.CompareAsync);
        return command;
    }

    private async Task<int> CompareAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var exams = shared.ReadExams(words, workspace, shared.Language(words) ?? workspace.Language, everyLanguage: true);
        if (!workspace.Ledger.Exists)
        {
            throw SharedOptions.NothingAnswered;
        }

        await using var ledger = workspace.Ledger.Open();
        using var hold = workspace.Ledger.TryHold(TimeSpan.Zero);
        var answered = new List<Answered>();
        foreach (var exam in exams)
        {
            answered.Add(await Answered.ReadAsync(ledger, exam, keep: hold is not null, cancellationToken));
        }

        var report = Compare(answered, words.GetValue(first)!, words.GetValue(second)!);
        if (words.GetValue(output) is { } target)
        {
            await WriteAsync(report, target, workspace, cancellationToken);
        }

        if (words.GetValue(json))
        {
            terminal.Out.Profile.Out.Writer.WriteLine(SummaryJson.Write(report));
        }
        else
        {
            terminal.Out.Write(ComparisonTable.Of(report, words.GetValue(all) ? int.MaxValue : words.GetValue(show), terminal.Language));
        }

        return ExitCode.Done;
    }

    private static ComparisonReport Compare(IReadOnlyList<Answered> answered, string first, string second)
    {
        var names = answered.SelectMany(exam => exam.Standings).Select(standing => standing.Model.Name).Distinct().ToList();
        var (one, other) = (Find(first, names), Find(second, names));
        if (one == other)
        {
            throw new BadInputException(new($"{first} and {second} are both {one}: name two models.", $"{first} 和 {second} 都是 {one}：请给出两个模型。"));
        }

        var sat = new List<(Exam, Standing, Standing)>();
        foreach (var exam in answered)
        {
            if (exam.Standings.FirstOrDefault(standing => standing.Model.Name == one) is { } left
                && exam.Standings.FirstOrDefault(standing => standing.Model.Name == other) is { } right)
            {
                sat.Add((exam.Exam, left, right));
            }
        }

        return sat.Count > 0 && ComparisonReport.Of(sat) is { Exams.Count: > 0 } report ? report : throw new BadInputException(new(
            $"{one} and {other} have no question in common that both have points on.", $"{one} 和 {other} 没有共同得到评分的题。"));
    }

    private static string Find(string name, List<string> names)
    {
        if (names.Count == 0)
        {
            throw SharedOptions.NothingAnswered;
        }

        if (names.Contains(name))
        {
            return name;
        }

        var meant = names.Where(known => known.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList();
        var list = string.Join(", ", meant.Count > 0 ? meant : names);
        return meant switch
        {
            [var only] => only,
            [] => throw new BadInputException(new($"No model {name} has answered; there are: {list}.", $"没有模型 {name} 的作答；现有：{list}。")),
            _ => throw new BadInputException(new($"{name} may be any of {list}: write more of the name.", $"{name} 可能是 {list} 中的任何一个：请写全名字。")),
        };
    }

    private async Task WriteAsync(ComparisonReport report, string target, Workspace workspace, CancellationToken cancellationToken)
    {
        await using var file = ResultFile.Open(target, workspace.Ledger.File, output.Name);
        if (target.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            DifferingCsv.Write(report.Differing, file.Stream);
        }
        else
        {
            await file.Stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(report.Differing.Select(question => SummaryJson.WriteLine(question) + "\n"))), cancellationToken);
        }

        await file.CommitAsync(cancellationToken);
        terminal.Tell(new($"Written: {target}", $"已写入：{target}"));
    }
}
