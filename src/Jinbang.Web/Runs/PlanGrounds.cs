using System.Globalization;
using Jinbang.Runs;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Runs;

/// <summary>What the plan of an order rests on: while that is the same, planning anew says the same of what is asked, priced and spent.</summary>
/// <param name="Workspace">What the workspace's file says.</param>
/// <param name="Mark">The same for the same day, files and ledger.</param>
internal sealed record PlanGrounds(Workspace Workspace, string Mark)
{
    /// <summary>What a plan of the order rests on now.</summary>
    /// <param name="open">The workspace.</param>
    /// <param name="order">The order.</param>
    /// <param name="today">The day whose prices count.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<PlanGrounds> OfAsync(OpenWorkspace open, RunOrder order, DateOnly today, CancellationToken cancellationToken)
    {
        var workspace = open.Workspace;
        var states = (await open.Ledger.StatesAsync(cancellationToken)).Exams;
        var exams = (await open.ExamsAsync()).Where(exam => order.Exams.Contains(exam.Name)).ToList();
        return new(workspace, Fingerprint.Of(
        [
            today.ToString(CultureInfo.InvariantCulture),
            .. exams.Select(exam => states.GetValueOrDefault((exam.Id, exam.Language))),
            .. exams.Select(exam => exam.File).Concat(Files(workspace)).SelectMany(file => new[] { file, RestingFile.MarkOf(file) }),
        ]));
    }

    /// <summary>The files of prices, keys and prompts.</summary>
    private static IEnumerable<string> Files(Workspace workspace)
    {
        string?[] single = [workspace.Catalogue, workspace.Fx];
        var prompts = workspace.Prompts is { } folder ? workspace.Locate(folder) : null;
        return single.OfType<string>().Select(workspace.Locate)
            .Concat(workspace.KeyFiles)
            .Concat(Directory.Exists(prompts) ? Directory.EnumerateFiles(prompts).Order(StringComparer.Ordinal) : []);
    }
}
