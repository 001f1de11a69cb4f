namespace Jinbang.Web.Runs;

/// <summary>How an order stands.</summary>
public enum OrderState
{
    /// <summary>It is carried out, or waits for that; after a restart it goes on by itself.</summary>
    Running,

    /// <summary>Somebody paused it; it goes on when somebody says so.</summary>
    Paused,

    /// <summary>Somebody ended it.</summary>
    Stopped,

    /// <summary>Everything was asked.</summary>
    Finished,

    /// <summary>It could not be carried out.</summary>
    Failed,
}
