using System.Net;
using System.Net.Sockets;

namespace Jinbang.Models.Providers;

/// <summary>Which machines may be reached on behalf of somebody who is not the owner of the network that this program runs in.</summary>
/// <param name="allowed">Networks that the owner allows although they are not public.</param>
/// <param name="endpoints">Endpoints that the owner names himself; to these no rule applies.</param>
public sealed class AddressRule(IReadOnlyList<IPNetwork> allowed, IReadOnlyList<string> endpoints)
{
    // Everything that is private, this machine, this link, shared by carriers, for documents or tests, or for many at once;
    // and the address at which one cloud tells its machines their secrets, though it looks public.
    private static readonly IPNetwork[] Refused =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "168.63.129.16/32",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether the owner named the endpoint himself.</summary>
    public bool Trusts(string endpoint) => endpoints.Contains(endpoint, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an address may be reached: it is public, or allowed.</summary>
    public bool Permits(IPAddress address)
    {
        var meant = Meant(address);
        return allowed.Any(network => network.Contains(address) || network.Contains(meant)) || IsPublic(meant);
    }

    /// <summary>The addresses of a host, all of which may be reached.</summary>
    /// <param name="host">A name or an address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">One of them may not.</exception>
    /// <exception cref="SocketException">The name is not known.</exception>
    public async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        // What the address is stays unsaid: it would tell strangers what names mean within the owner's network.
        return addresses.All(Permits) ? addresses : throw new BadInputException(new(
            $"{host} is not on the public internet, so nobody but the workspace's owner may have it asked: name it in jinbang.yaml under models or allow-addresses.",
            $"{host} 不在公网上，只有工作区的所有者可以让系统访问它：请在 jinbang.yaml 的 models 或 allow-addresses 中写明。"));
    }

    /// <summary>Connects to what the name means at this moment, and to nothing else.</summary>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(context.DnsEndPoint.Host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || Public6.Contains(address)) && !Refused.Any(network => network.Contains(address));

    /// <summary>The address that packets reach in the end, where it is written within another.</summary>
    private static IPAddress Meant(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 || Translated.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4))
            : SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : address;
    }
}
