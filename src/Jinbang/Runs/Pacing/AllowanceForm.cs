namespace Jinbang.Runs.Pacing;

/// <summary>Finds out whether an allowance comes back bit by bit, as in a bucket, or all at once, as in a window.</summary>
/// <remarks>In a bucket each call moves the reset by a call's worth, and before the reset something comes back; in a window the
/// reset stays where it is, and behind it nearly all is there again.</remarks>
internal sealed class AllowanceForm
{
    /// <summary>Resets are told in whole seconds by some, so that only a longer move says something.</summary>
    private const double Telling = 3;

    private AllowanceSight? mark;

    /// <summary>Whether it is a bucket; null while that is open.</summary>
    public bool? IsBucket { get; private set; }

    /// <summary>Looks at an allowance anew.</summary>
    /// <param name="sight">What is seen.</param>
    /// <param name="limit">What is allowed in a period.</param>
    /// <param name="perSecond">What that is a second.</param>
    public void Look(AllowanceSight sight, double limit, double perSecond)
    {
        if (IsBucket is not null || mark is not { } old)
        {
            mark ??= sight;
            return;
        }

        var between = sight.Taken - old.Taken;
        if (ShowsBucket(old, sight, between, limit))
        {
            IsBucket = true;
        }
        else if (between / Math.Max(perSecond, limit / 60) >= Telling)
        {
            IsBucket = ByReset(old, sight, between / Math.Max(perSecond, limit / 60), between / perSecond);
            mark = sight;
        }
    }

    // What came back before the reset, or without nearly all being there again, came bit by bit.
    private static bool ShowsBucket(AllowanceSight old, AllowanceSight now, double between, double limit) =>
        now.Remaining - (old.Remaining - between) >= Math.Max(2, between / 4)
        && (now.At < old.ResetAt - 1 || now.Remaining + (2 * between) < limit / 2);

    private static bool? ByReset(AllowanceSight old, AllowanceSight now, double quickly, double slowly)
    {
        var moved = now.ResetAt - old.ResetAt;
        return moved < quickly / 4 ? false
            : moved >= quickly / 2 && moved <= (2 * Math.Max(slowly, now.At - old.At)) + Telling ? true
            : null;
    }
}
