using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Runs;

/// <summary>The models that can be chosen on the site: those of the workspace, of the catalogue, and the random baseline; never
/// an address or a file that a visitor names.</summary>
/// <param name="open">The workspace.</param>
/// <param name="time">The clock.</param>
internal sealed class ModelOffer(OpenWorkspace open, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private (long At, IReadOnlyList<ModelLine> Models)? last;

    /// <summary>All of them, the workspace's first. Keys that were added meanwhile are found within ten seconds.</summary>
    /// <exception cref="BadInputException">The catalogue or the keys cannot be read.</exception>
    public IReadOnlyList<ModelLine> All
    {
        get
        {
            lock (gate)
            {
                if (last is not { } known || time.GetElapsedTime(known.At) > Fresh)
                {
                    last = known = (time.GetTimestamp(), List());
                }

                return known.Models;
            }
        }
    }

    /// <summary>Refuses names that are not on offer.</summary>
    /// <exception cref="BadInputException">One is not.</exception>
    public void Check(IEnumerable<string> names)
    {
        var known = All.Select(model => model.Name).ToHashSet();
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } stranger)
        {
            var meant = Spelling.Nearest(stranger, known);
            throw new BadInputException(new(
                $"The model {stranger} is neither in the catalogue nor in {Workspace.FileName}.{(meant is null ? "" : $" Did you mean {meant}?")}",
                $"目录和 {Workspace.FileName} 中都没有模型 {stranger}。{(meant is null ? "" : $"是否想写 {meant}？")}"));
        }
    }

    private IReadOnlyList<ModelLine> List()
    {
        using var roster = new Roster(open.Workspace, _ => { }, time);
        var shelf = roster.Shelf;
        return
        [
            .. open.Workspace.Models.Concat(open.Workspace.Judges).DistinctBy(model => model.Name).Select(model => Own(roster, model))
                .Append(Baseline)
                .Concat(shelf.All.Select(model => shelf.Line(model, null)))
                .DistinctBy(model => model.Name),
        ];
    }

    // It is asked within this program, without a key.
    private static ModelLine Baseline => new(RandomExaminee.Name, "", Openness.Open) { OutputYuan = 0, Keys = [RandomExaminee.Name], Thinks = false };

    private static ModelLine Own(Roster roster, WorkspaceModel named)
    {
        if (named.Name == RandomExaminee.Name || PluginFolder.Serves(named.Name))
        {
            return Baseline with { Name = named.Name };
        }

        var model = roster.Describe(named.Name);
        return new(named.Name, model.House, model.Openness)
        {
            OutputYuan = model.Price?.InYuan()?.Output,
            Thinks = model.Thinking,
            Keys = model.Provider.Contains("://", StringComparison.Ordinal) || roster.HasKey(model.Provider) ? [model.Name] : [],
        };
    }
}
