using System.Net;

namespace Jinbang.Web;

/// <summary>How a site is served.</summary>
public sealed record SiteOptions
{
    /// <summary>The port that <c>jinbang serve</c> takes when none is named.</summary>
    public const int UsualPort = 5230;

    /// <summary>The workspace's folder; empty for the current one.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The database of the cluster that is shown, as <c>--cluster</c> has it, which then is the ledger; empty when the workspace's own ledger is that
    /// database; null to show no cluster.</summary>
    public string? Cluster { get; init; }

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>The address to listen at; null for the usual one: all of this machine's for a public site that no proxy stands before, else loopback.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The language of readers whose browsers ask for none that is known.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Whether the site is for others than this machine's user, who must sign in to do more than read.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The file of who may sign in; null for the workspace's own.</summary>
    public string? Users { get; init; }

    /// <summary>A certificate with its key, PEM or PKCS #12, to serve over HTTPS; null for plain HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>The password of the certificate's file; null when it has none.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>Whether a proxy that speaks HTTPS stands before the site and says whom it speaks for.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>The addresses of proxies that are believed, besides loopback.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Whether readers reach the site over HTTPS.</summary>
    public bool IsSecure => Certificate is not null || IsBehindProxy;

    /// <summary>Where the workspace keeps what is its own.</summary>
    internal string Kept => Path.Combine(Folder, ".jinbang");

    /// <summary>The file of who may sign in.</summary>
    internal string UsersFile => Users ?? Path.Combine(Kept, "users.yaml");
}
