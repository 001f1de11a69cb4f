using Jinbang.Runs;

namespace Jinbang.Web.Workspaces;

/// <summary>Keeps what was read from the ledger until that has changed. While a run writes, it is read anew every few seconds at the most.</summary>
/// <typeparam name="TKey">What identifies it.</typeparam>
/// <typeparam name="TValue">What was read.</typeparam>
/// <param name="ledger">The ledger.</param>
/// <param name="most">How many are kept; those that were asked for the longest ago are forgotten.</param>
/// <param name="time">The clock.</param>
/// <param name="site">Ends reading with the site: one reader's leaving must not take it from others.</param>
internal sealed class ReadOnce<TKey, TValue>(Ledger ledger, int most, TimeProvider time, IHostApplicationLifetime site)
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
        var (version, now) = (ledger.Version, time.GetTimestamp());
        using var own = turn.EnterScope();
        if (!kept.TryGetValue(key, out var found) || found.Version != version && time.GetElapsedTime(found.ReadAt, now) > Fresh)
        {
            found = kept[key] = new Kept(version, now, new(() => Task.Run(() => read(site.ApplicationStopping), site.ApplicationStopping)));
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

    private sealed class Kept(long version, long readAt, Lazy<Task<TValue>> value)
    {
        public long Version { get; } = version;

        public long ReadAt { get; } = readAt;

        public long UsedAt { get; set; } = readAt;

        public Lazy<Task<TValue>> Value { get; } = value;
    }
}
