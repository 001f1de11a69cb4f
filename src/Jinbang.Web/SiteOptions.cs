namespace Jinbang.Web;

/// <summary>How a site is served.</summary>
public sealed record SiteOptions
{
    /// <summary>The port that <c>jinbang serve</c> takes when none is named.</summary>
    public const int UsualPort = 5230;

    /// <summary>The workspace's folder; empty for the current one.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>The language of readers whose browsers ask for none that is known.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Whether the site is for others than this machine's user, who must sign in to do more than read.</summary>
    public bool IsPublic { get; init; }
}
