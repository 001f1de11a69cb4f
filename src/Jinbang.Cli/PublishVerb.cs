using System.CommandLine;
using Jinbang.Boards.Sites;

namespace Jinbang.Cli;

/// <summary><c>jinbang publish</c>: writes all boards as a site for any static host; only what changed is rewritten.</summary>
internal sealed class PublishVerb
{
    private const string UsualFolder = "site";

    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly PageReading reading;
    private readonly Option<string> output;

    private PublishVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        reading = new PageReading(terminal, shared);
        output = terminal.Option<string>("--output", $"The folder to write (default: {UsualFolder}).", $"写到哪个文件夹（默认 {UsualFolder}）。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new PublishVerb(terminal);
        var command = terminal.Command(
            "publish",
            "Write all boards as a site for any static host; only what changed is rewritten.",
            "把所有榜单写成可放到任何静态主机的网站，只改写有变化的文件。",
            [.. verb.reading.Options, verb.output]);
        command.SetAction(verb.PublishAsync);
        return command;
    }

    private async Task<int> PublishAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var folder = WritableFolder.Make(words.GetValue(output) ?? UsualFolder);
        var site = new Site(terminal.Language, await reading.ReadAsync(words, workspace, cancellationToken)) { Edition = workspace.Run.Edition };
        var plan = SiteFiles.Of(site, Posting.OpenFonts());
        Tell(SiteWriter.Write(plan.Files, folder, cancellationToken), folder);
        foreach (var missing in plan.LeftOut)
        {
            terminal.Tell(missing);
        }

        return ExitCode.Done;
    }

    private void Tell(SiteChanges changes, string folder)
    {
        terminal.Tell(new(
            $"{folder}: {changes.Written.Count} files written, {changes.Unchanged} unchanged, {changes.Removed.Count} removed.",
            $"{folder}：写入 {changes.Written.Count} 个文件，{changes.Unchanged} 个未变，删除 {changes.Removed.Count} 个。"));
        if (changes.Kept.Count > 0)
        {
            terminal.Tell(new(
                $"No longer published, but changed by somebody since, and so left where they are: {string.Join(", ", changes.Kept)}",
                $"不再发布、但被人改过，因此保留：{string.Join("、", changes.Kept)}"));
        }
    }
}
