using Jinbang.Runs;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Models;

/// <summary>The models that can be named here: the catalogue's and the workspace's own. Read again on another day, and when the
/// workspace's file, one of its files or those with keys has changed.</summary>
/// <param name="open">The workspace.</param>
/// <param name="time">The clock.</param>
internal sealed class SiteCatalogue(OpenWorkspace open, TimeProvider time)
{
    private readonly Lock turn = new();
    private (Workspace Of, string Stamp, KnownModels ForReaders, KnownModels ForStrangers)? read;

    /// <summary>What is known now, for who is signed in.</summary>
    /// <exception cref="BadInputException">A file of the workspace cannot be used.</exception>
    public KnownModels Known => Current().ForReaders;

    /// <summary>What is known now; of keys and of the workspace's own addresses only who is signed in is told.</summary>
    /// <exception cref="BadInputException">A file of the workspace cannot be used.</exception>
    public KnownModels For(Reader reader) => reader.MayRead ? Known : Current().ForStrangers;

    private (Workspace Of, string Stamp, KnownModels ForReaders, KnownModels ForStrangers) Current()
    {
        var workspace = open.Workspace;
        var stamp = Stamp(workspace, time.Today());
        using var own = turn.EnterScope();
        var known = read is { } kept && ReferenceEquals(kept.Of, workspace) && kept.Stamp == stamp ? kept : Read(workspace, stamp);
        read = known;
        return known;
    }

    private (Workspace Of, string Stamp, KnownModels ForReaders, KnownModels ForStrangers) Read(Workspace workspace, string stamp)
    {
        // What a reader must be told concerns models that run here, and none is made ready.
        using var roster = new Roster(workspace, _ => { }, time);
        return (workspace, stamp, KnownModels.Of(workspace, roster, tellsKeys: true), KnownModels.Of(workspace, roster, tellsKeys: false));
    }

    private static string Stamp(Workspace workspace, DateOnly today)
    {
        var files = new[] { workspace.Catalogue, workspace.Fx }.OfType<string>().Select(workspace.Locate).Concat(workspace.KeyFiles);
        return string.Join('|', [today.ToString("O"), .. files.Select(file => File.GetLastWriteTimeUtc(file).Ticks.ToString("D"))]);
    }
}
