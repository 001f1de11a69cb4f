using System.CommandLine;
using Jinbang.Exams;
using Spectre.Console;

namespace Jinbang.Cli;

/// <summary><c>jinbang exams check</c>: reports every problem of exam files.</summary>
internal static class ExamsVerb
{
    public static Command Build(Terminal terminal)
    {
        var files = terminal.Argument<string[]>(
            "FILE", "Exam files: YAML, JSONL, JSON, CSV or XLSX.", "题库文件：YAML、JSONL、JSON、CSV 或 XLSX。");
        files.Arity = ArgumentArity.OneOrMore;
        var check = terminal.Command(
            "check",
            "Report every problem with file and line; exit code 1 when there are errors.",
            "逐条报告问题及所在文件和行；有错误时退出码为 1。",
            files);
        check.SetAction(words => Check(terminal, words.GetValue(files)!));
        return terminal.Command(
            "exams",
            "Work on exam files.",
            "处理题库文件。",
            check);
    }

    private static int Check(Terminal terminal, IReadOnlyList<string> files)
    {
        var worst = ExitCode.Done;
        foreach (var file in files)
        {
            worst = Math.Max(worst, Check(terminal, file));
        }

        return worst;
    }

    private static int Check(Terminal terminal, string file)
    {
        try
        {
            var reading = ExamReader.Read(file);
            foreach (var problem in reading.Problems)
            {
                Show(terminal, problem);
            }

            Summarise(terminal, file, reading);
            return reading.HasErrors ? ExitCode.Incomplete : ExitCode.Done;
        }
        catch (BadInputException fault)
        {
            terminal.Complain(fault.Problem);
            return ExitCode.BadInput;
        }
    }

    private static void Show(Terminal terminal, Problem problem)
    {
        var (word, color) = problem.Severity switch
        {
            Severity.Warning => (terminal.Say("warning", "警告"), "yellow"),
            Severity.Error => (terminal.Say("error", "错误"), "red"),
        };
        var question = problem.Question is { } id ? $" [{id}]" : "";
        terminal.Out.MarkupLineInterpolated($"{problem.Place.ToString()}: [{color}]{word}[/]:{question} {problem.What.In(terminal.Language)}");
    }

    private static void Summarise(Terminal terminal, string file, ExamReading reading)
    {
        var errors = reading.Problems.Count(problem => problem.Severity == Severity.Error);
        var warnings = reading.Problems.Count - errors;
        var usable = reading.Exam?.Questions.Count ?? 0;
        terminal.Out.WriteLine(terminal.Say(
            $"{file}: {reading.Format}, {usable} usable questions, {errors} errors, {warnings} warnings",
            $"{file}：{reading.Format}，可用 {usable} 题，错误 {errors}，警告 {warnings}"));
    }
}
