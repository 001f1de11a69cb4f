using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>How fast models are asked: as fast as their limits allow, which are given, told or found out. What was learnt lives
/// on from one run to the next, so runs of one process share one. Safe to use from any thread.</summary>
public abstract class Pace
{
    /// <summary>The pace of a model at this moment; null when it was not asked yet.</summary>
    public abstract PaceView? Look(Model model);

    /// <summary>The way to a model; models and judges that are one model at one account share it.</summary>
    internal abstract Way WayTo(Examinee examinee);
}
