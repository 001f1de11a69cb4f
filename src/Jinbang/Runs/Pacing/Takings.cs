namespace Jinbang.Runs.Pacing;

/// <summary>Remembers what was lately taken, and when.</summary>
internal sealed class Takings
{
    private const int Kept = 1024;

    private readonly (double At, double Sum)[] ring = new (double, double)[Kept];
    private long count;

    /// <summary>All that was ever taken.</summary>
    public double Sum { get; private set; }

    public void Add(double amount, double now)
    {
        Sum += amount;
        ring[count++ % Kept] = (now, Sum);
    }

    /// <summary>What was taken after a moment; null when that is no longer known.</summary>
    public double? After(double moment)
    {
        var oldest = Math.Max(0, count - Kept);
        var (low, high) = (oldest, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ring[middle % Kept].At > moment ? (low, middle) : (middle + 1, high);
        }

        return low == 0 ? Sum
            : low == oldest ? null
            : Sum - ring[(low - 1) % Kept].Sum;
    }
}
