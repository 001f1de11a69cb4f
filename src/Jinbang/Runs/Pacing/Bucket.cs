namespace Jinbang.Runs.Pacing;

/// <summary>A token bucket that can be told another rate. Not safe for threads; times are seconds of a <see cref="RunClock"/>.</summary>
/// <param name="perSecond">How fast it fills; above 0.</param>
/// <param name="size">What it holds when full.</param>
/// <param name="now">The time, at which it is full.</param>
internal sealed class Bucket(double perSecond, double size, double now)
{
    private double filledAt = now;

    public double PerSecond { get; private set; } = perSecond;

    /// <summary>What is in it since it was last looked at; below 0 when more was taken than it held.</summary>
    public double Content { get; private set; } = size;

    public double Size { get; private set; } = size;

    /// <summary>When so much can be taken; more than it ever holds can be taken when it is full.</summary>
    public double ReadyAt(double amount, double now)
    {
        Fill(now);
        var missing = Math.Min(amount, Size) - Content;
        return missing <= 0 ? now : now + (missing / PerSecond);
    }

    /// <summary>Takes so much, which may be more than there is; a negative amount is put back.</summary>
    public void Take(double amount, double now)
    {
        Fill(now);
        Content -= amount;
    }

    /// <summary>Learns that there is no more in it than this.</summary>
    public void Limit(double content, double now)
    {
        Fill(now);
        Content = Math.Min(Content, content);
    }

    /// <summary>Learns that there is more in it than was thought.</summary>
    public void Raise(double content, double now)
    {
        Fill(now);
        Content = Math.Clamp(content, Content, Math.Max(Content, Size));
    }

    public void Change(double perSecond, double size, double now)
    {
        Fill(now);
        (PerSecond, Size) = (perSecond, size);
    }

    private void Fill(double now)
    {
        Content = Math.Min(Size, Content + (Math.Max(0, now - filledAt) * PerSecond));
        filledAt = Math.Max(filledAt, now);
    }
}
