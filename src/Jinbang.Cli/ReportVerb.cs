using System.CommandLine;
using System.Text;
using Jinbang.Boards.Pages;

namespace Jinbang.Cli;

/// <summary><c>jinbang report</c>: writes boards, pictures and bad cases as one page that needs nothing else.</summary>
internal sealed class ReportVerb
{
    private const string UsualFile = "report.html";

    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly PageReading reading;
    private readonly Option<string> output;

    private ReportVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        reading = new PageReading(terminal, shared);
        output = terminal.Option<string>(
            "--output", $"The file to write (default: {UsualFile}); - for standard output.", $"写到哪个文件（默认 {UsualFile}）；- 表示标准输出。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new ReportVerb(terminal);
        var command = terminal.Command(
            "report",
            "Write boards, pictures and bad cases as one HTML file that works anywhere.",
            "把榜单、图表和问题作答写成一个独立的 HTML 文件。",
            [.. verb.reading.Options, verb.output]);
        command.SetAction(verb.WriteAsync);
        return command;
    }

    private async Task<int> WriteAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var path = words.GetValue(output) ?? UsualFile;
        await using var file = ResultFile.Open(path, workspace.Ledger.File, output.Name);
        var pages = await reading.ReadAsync(words, workspace, reading.Taxonomy(words, workspace), cancellationToken);
        var report = new Report(terminal.Language, PageReading.WithHistories(pages, workspace))
        {
            Edition = workspace.Run.Edition,
            Date = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date),
        };
        await file.Stream.WriteAsync(Encoding.UTF8.GetBytes(ReportPage.Of(report)), cancellationToken);
        await file.CommitAsync(cancellationToken);
        if (path != "-")
        {
            terminal.Tell(new($"Written: {path}", $"已写入：{path}"));
        }

        return ExitCode.Done;
    }
}
