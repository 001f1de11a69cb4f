namespace Jinbang.Web.Workspaces;

/// <summary>Keeps what was read from the ledger until that has changed. While a run writes, it is read anew every few seconds at the most.</summary>
/// <typeparam name="TKey">What identifies it.</typeparam>
/// <typeparam name="TValue">What was read.</typeparam>
/// <param name="ledger">The ledger's file.</param>
/// <param name="most">How many are kept; those that were asked for the longest ago are forgotten.</param>
/// <param name="time">The clock.</param>
/// <param name="site">Ends reading with the site: one reader's leaving must not take it from others.</param>
internal sealed class ReadOnce<TKey, TValue>(string ledger, int most, TimeProvider time, IHostApplicationLifetime site)
    where TKey : notnull
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly Lock turn = new();
    private readonly Dictionary<TKey, Kept> kept = [];

    /// <summary>What is kept, else what is read now.</summary>
    public async Task<TValue> GetAsync(TKey key, Func<CancellationToken, Task<TValue>> read)
    {
        var found = Find(key, read);
        try
        {
            return await found.Value.Value;
        }
        catch
        {
            Forget(key, found);
            throw;
        }
    }

    private Kept Find(TKey key, Func<CancellationToken, Task<TValue>> read)
    {
        var (stamp, now) = (Stamp(), time.GetTimestamp());
        using var own = turn.EnterScope();
        if (!kept.TryGetValue(key, out var found) || found.Stamp != stamp && time.GetElapsedTime(found.ReadAt, now) > Fresh)
        {
            found = kept[key] = new Kept(stamp, now, new(() => Task.Run(() => read(site.ApplicationStopping), site.ApplicationStopping)));
        }

        found.UsedAt = now;
        if (kept.Count > most)
        {
            kept.Remove(kept.MinBy(one => one.Value.UsedAt).Key);
        }

        return found;
    }

    private void Forget(TKey key, Kept failed)
    {
        using var own = turn.EnterScope();
        if (kept.TryGetValue(key, out var present) && present == failed)
        {
            kept.Remove(key);
        }
    }

    private (DateTime, long, DateTime, long) Stamp()
    {
        var (main, log) = (new FileInfo(ledger), new FileInfo(ledger + "-wal"));
        return (Changed(main), Length(main), Changed(log), Length(log));
    }

    private static DateTime Changed(FileInfo file) => file.Exists ? file.LastWriteTimeUtc : default;

    private static long Length(FileInfo file) => file.Exists ? file.Length : 0;

    private sealed class Kept((DateTime, long, DateTime, long) stamp, long readAt, Lazy<Task<TValue>> value)
    {
        public (DateTime, long, DateTime, long) Stamp { get; } = stamp;

        public long ReadAt { get; } = readAt;

        public long UsedAt { get; set; } = readAt;

        public Lazy<Task<TValue>> Value { get; } = value;
    }
}
