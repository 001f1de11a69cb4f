namespace Jinbang.Web.Runs;

/// <summary>How fast something goes on, over the last minute.</summary>
/// <param name="time">The clock.</param>
internal sealed class RateGauge(TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly Queue<(long At, int Attempts, double? Tokens)> points = new();
    private readonly Lock gate = new();

    /// <summary>Notes how far it has come, at most once a second.</summary>
    /// <param name="attempts">Attempts that have ended.</param>
    /// <param name="tokens">Their tokens; null when unknown.</param>
    public void Note(int attempts, double? tokens)
    {
        lock (gate)
        {
            if (points.Count > 0 && time.GetElapsedTime(points.Last().At) < Least)
            {
                return;
            }

            points.Enqueue((time.GetTimestamp(), attempts, tokens));
            while (time.GetElapsedTime(points.Peek().At) > Span)
            {
                points.Dequeue();
            }
        }
    }

    /// <summary>Attempts a minute and tokens a second; null while they cannot be told.</summary>
    public (double? PerMinute, double? TokensPerSecond) Read()
    {
        lock (gate)
        {
            if (points.Count < 2)
            {
                return (null, null);
            }

            var (first, last) = (points.Peek(), points.Last());
            var seconds = time.GetElapsedTime(first.At, last.At).TotalSeconds;
            return ((last.Attempts - first.Attempts) * 60 / seconds, (last.Tokens - first.Tokens) / seconds);
        }
    }
}
