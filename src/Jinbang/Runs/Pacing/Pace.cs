using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>How fast models are asked: as fast as their limits allow, which are given, told or found out. What was learnt lives
/// on from one run to the next, so runs of one process share one. Safe to use from any thread.</summary>
/// <param name="settings">How a run is carried out.</param>
public abstract class Pace(RunSettings settings)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Provider, string Id), Way> ways = [];
    private readonly HashSet<Examinee> listening = [];

    /// <summary>The pace of a model at this moment; null when it was not asked yet.</summary>
    public PaceView? Look(Model model)
    {
        lock (gate)
        {
            return ways.GetValueOrDefault((model.Provider, model.Id))?.View;
        }
    }

    /// <summary>The way to a model; models and judges that are one model at one account share it.</summary>
    internal Way WayTo(Examinee examinee)
    {
        var model = examinee.Model;
        lock (gate)
        {
            if (!ways.TryGetValue((model.Provider, model.Id), out var way))
            {
                way = ways[(model.Provider, model.Id)] = Open(examinee, ((int?[])[examinee.Concurrency, settings.Concurrency, examinee.Limits.Concurrency]).Min());
            }

            if (listening.Add(examinee))
            {
                examinee.Notices?.Listen(way.Hear);
            }

            return way;
        }
    }

    /// <summary>Opens the way to a model that was not asked yet; one at a time.</summary>
    /// <param name="examinee">The model.</param>
    /// <param name="concurrency">Most calls under way to it; null when that is to be found out.</param>
    internal abstract Way Open(Examinee examinee, int? concurrency);
}
