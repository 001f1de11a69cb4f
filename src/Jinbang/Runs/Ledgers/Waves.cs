namespace Jinbang.Runs.Ledgers;

/// <summary>Cuts a list into parts in each of which no key occurs twice, so that what is done with a part at once is as if done one after the other.</summary>
internal static class Waves
{
    /// <summary>The parts, in the list's order; the list itself when no key occurs twice in it.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T, TKey>(IReadOnlyList<T> all, Func<T, TKey> key)
    {
        var (keys, from) = (new HashSet<TKey>(all.Count), 0);
        for (var i = 0; i < all.Count; i++)
        {
            if (!keys.Add(key(all[i])))
            {
                yield return [.. all.Skip(from).Take(i - from)];
                keys.Clear();
                keys.Add(key(all[i]));
                from = i;
            }
        }

        yield return from == 0 ? all : [.. all.Skip(from)];
    }
}
