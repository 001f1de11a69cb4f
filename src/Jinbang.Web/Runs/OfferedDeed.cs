using Jinbang.Runs.Sharing;

namespace Jinbang.Web.Runs;

/// <summary>Something that can be done about an order as it stands.</summary>
/// <param name="Path">The last part of the address that does it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsMain">Whether it is what one would do.</param>
internal sealed record OfferedDeed(string Path, Phrase Name, bool IsMain)
{
    private static readonly OfferedDeed Pause = new("pause", new("Pause", "暂停"), false);
    private static readonly OfferedDeed GoOn = new("resume", new("Go on", "继续"), true);
    private static readonly OfferedDeed Stop = new("stop", new("Stop", "停止"), false);

    /// <summary>What can be done about an order.</summary>
    public static IReadOnlyList<OfferedDeed> About(OrderReport order) => order.State switch
    {
        OrderState.Running => [Pause, Stop],
        OrderState.Paused => [GoOn, Stop],
        OrderState.Failed => [new("resume", new("Try again", "重试"), true)],
        OrderState.Finished => order.View is { IsFull: false } ? [new("resume", new("Ask what is missing", "补问缺的"), true)] : [],
        OrderState.Stopped => [],
    };

    /// <summary>What can be done about a run of a cluster.</summary>
    public static IReadOnlyList<OfferedDeed> About(RunState run) => run switch
    {
        RunState.Running => [Pause, Stop],
        RunState.Paused => [GoOn, Stop],
        RunState.Stopped or RunState.Ended => [],
    };
}
