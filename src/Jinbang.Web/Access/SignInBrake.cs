namespace Jinbang.Web.Access;

/// <summary>Makes whoever guesses passwords wait, longer each time: by the name guessed at and by the address guessed from.</summary>
/// <param name="time">The clock.</param>
internal sealed class SignInBrake(TimeProvider time)
{
    // Fifty people behind one address mistype; one person does not so often. A name's wait is short: strangers must not lock anybody out.
    private static readonly (int Free, TimeSpan Longest) ForName = (5, TimeSpan.FromMinutes(1));
    private static readonly (int Free, TimeSpan Longest) ForAddress = (25, TimeSpan.FromMinutes(15));
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private const int MostKept = 10_000;

    private readonly Lock turn = new();
    private readonly Dictionary<string, (int Failures, DateTimeOffset Last, DateTimeOffset Free)> kept = [];

    /// <summary>Begins a try, which counts as failed until <see cref="Succeeded"/> is told.</summary>
    /// <returns>How long to wait before the next; null when this one may go on.</returns>
    public TimeSpan? Begin(string name, string address)
    {
        using var own = turn.EnterScope();
        var now = time.GetUtcNow();
        var wait = new[] { NameKey(name), AddressKey(address) }.Max(key => Known(key, now).Free) - now;
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        Count(NameKey(name), ForName, now);
        Count(AddressKey(address), ForAddress, now);
        return null;
    }

    /// <summary>The try was right: the name's failures are forgotten, and the address has one fewer.</summary>
    public void Succeeded(string name, string address)
    {
        using var own = turn.EnterScope();
        kept.Remove(NameKey(name));
        if (kept.TryGetValue(AddressKey(address), out var known))
        {
            kept[AddressKey(address)] = known with { Failures = known.Failures - 1, Free = known.Last };
        }
    }

    private (int Failures, DateTimeOffset Last, DateTimeOffset Free) Known(string key, DateTimeOffset now) =>
        kept.TryGetValue(key, out var known) && now - known.Last < Forgotten ? known : (0, now, now);

    private void Count(string key, (int Free, TimeSpan Longest) rule, DateTimeOffset now)
    {
        var failures = Known(key, now).Failures + 1;
        var wait = failures < rule.Free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures - rule.Free, 20)));
        kept[key] = (failures, now, now + (wait < rule.Longest ? wait : rule.Longest));
        if (kept.Count > MostKept)
        {
            kept.Remove(kept.MinBy(one => one.Value.Last).Key);
        }
    }

    private static string NameKey(string name) => "name " + name.ToUpperInvariant();

    private static string AddressKey(string address) => "address " + address;
}
