using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Jinbang.Runs;

/// <summary>Finds the attempts of a sitting by their keys.</summary>
internal sealed class AttemptIndex
{
    private readonly AttemptPlan plan;
    private readonly Dictionary<ulong, int> places;

    /// <param name="plan">The attempts.</param>
    /// <param name="keys">The key of each, as a number, in their order.</param>
    public AttemptIndex(AttemptPlan plan, ulong[] keys)
    {
        this.plan = plan;
        places = new Dictionary<ulong, int>(keys.Length);
        for (var place = 0; place < keys.Length; place++)
        {
            places.Add(keys[place], place);
        }
    }

    /// <summary>The attempt's place in the plan; -1 when it is not part of it.</summary>
    public int Find(string key) =>
        ulong.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? places.GetValueOrDefault(number, -1) : -1;

    public bool TryFind(string key, [NotNullWhen(true)] out Attempt? attempt)
    {
        attempt = Find(key) is >= 0 and var place ? plan[place] : null;
        return attempt is not null;
    }

    /// <summary>A fingerprint as the number that it is.</summary>
    public static ulong Number(string fingerprint) => ulong.Parse(fingerprint, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
