using System.CommandLine;
using Jinbang.Boards;
using Jinbang.Boards.Editions;
using Jinbang.Boards.Sites;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary><c>jinbang publish</c>: writes all boards as a site for any static host; only what changed is rewritten.</summary>
internal sealed class PublishVerb
{
    private const string UsualFolder = "site";

    private readonly Terminal terminal;
    private readonly SharedOptions shared;
    private readonly PageReading reading;
    private readonly Option<string> output;
    private readonly Option<bool> again;

    private PublishVerb(Terminal terminal)
    {
        this.terminal = terminal;
        shared = new SharedOptions(terminal);
        reading = new PageReading(terminal, shared);
        output = terminal.Option<string>("--output", $"The folder to write (default: {UsualFolder}).", $"写到哪个文件夹（默认 {UsualFolder}）。");
        again = terminal.Option<bool>(
            "--again", "Publish other content under a version that was published already.", "以不同的内容重新发布已有的版次。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new PublishVerb(terminal);
        var command = terminal.Command(
            "publish",
            "Write all boards as a site for any static host; only what changed is rewritten.",
            "把所有榜单写成可放到任何静态主机的网站，只改写有变化的文件。",
            [.. verb.reading.Options, verb.output, verb.again]);
        command.SetAction(verb.PublishAsync);
        return command;
    }

    private async Task<int> PublishAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var workspace = shared.Workspace(words);
        var folder = WritableFolder.Make(words.GetValue(output) ?? UsualFolder);
        var taxonomy = reading.Taxonomy(words, workspace);
        var pages = await reading.ReadAsync(words, workspace, taxonomy, cancellationToken);
        var boards = pages.Select(page => page.Board).ToList();
        var framework = taxonomy is null ? null : Framework.Of(taxonomy, reading.RulesOf(words));
        var date = workspace.Run.Edition is { } edition
            ? Publish(Manifest(edition, boards) with { Framework = framework }, workspace, words.GetValue(again))
            : (DateOnly?)null;
        var site = new Site(terminal.Language, PageReading.WithHistories(pages, workspace))
        {
            Groups = taxonomy is null ? [] : SiteGroups.Of(taxonomy, boards),
            Edition = workspace.Run.Edition,
            Date = date,
            Changelog = ChangeLog.Read(workspace.Locate(workspace.Boards)),
        };
        var plan = SiteFiles.Of(site, Surroundings.Fonts());
        Tell(SiteWriter.Write(plan.Files, folder, cancellationToken), folder);
        foreach (var missing in plan.LeftOut)
        {
            terminal.Tell(missing);
        }

        return ExitCode.Done;
    }

    /// <summary>Keeps the boards as an edition.</summary>
    /// <returns>The day that it was first published.</returns>
    private DateOnly Publish(EditionManifest manifest, Workspace workspace, bool isAgain)
    {
        var diff = EditionShelf.Open(WritableFolder.Make(workspace.Locate(workspace.Boards))).Publish(manifest, isAgain);
        terminal.Tell(new(
            $"Edition {manifest.Version}{(diff.From is null ? "" : $", compared with {diff.From}")}: `jinbang editions diff` tells what changed.",
            $"版次 {manifest.Version}{(diff.From is null ? "" : $"（与 {diff.From} 相比）")}：`jinbang editions diff` 可查看变化。"));
        return diff.Date;
    }

    private static EditionManifest Manifest(string edition, IReadOnlyList<Board> boards) => EditionManifest.Of(edition, TimeProvider.System.Today(), boards);

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
