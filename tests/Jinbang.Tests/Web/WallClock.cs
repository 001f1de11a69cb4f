namespace Jinbang.Tests.Web;

/// <summary>Dates stand still until they are moved; what is waited for passes as it does.</summary>
internal sealed class WallClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Go(TimeSpan time) => now += time;

    public override DateTimeOffset GetUtcNow() => now;
}
