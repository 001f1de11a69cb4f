namespace Jinbang.Models;

/// <summary>Passes on what answers say of rate limits as soon as their heads are there, which may be long before their end.</summary>
public sealed class RateNotices
{
    private Action<RateNotice>? listeners;

    /// <summary>Has every further notice told, on the thread that reads the answer.</summary>
    public void Listen(Action<RateNotice> listener) => listeners += listener;

    /// <summary>Tells a notice.</summary>
    public void Tell(RateNotice notice) => listeners?.Invoke(notice);
}
