using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;

namespace Jinbang.Tests.Net;

/// <summary>Hosts with an address each, joined by a switch: network namespaces of this machine, which go with the test, however that
/// ends. The tests themselves are outside, at two addresses, so that a host can be cut off from the database or the provider alone.</summary>
internal sealed class Hosts : IAsyncDisposable
{
    /// <summary>Kills what runs in the namespaces whose names begin with $0 and deletes them.</summary>
    private const string Deletion = """
        ip link del "$0"
        for space in $(ip netns list | sed -n "s/^\($0-[0-9a-z]*\).*/\1/p"); do
            ip netns pids "$space" | xargs -r kill -KILL
            ip netns del "$space"
        done
        """;

    // For trials of networks, and so not in use where this runs.
    private static readonly IPNetwork Range = IPNetwork.Parse("198.18.0.0/15");
    private static int made;

    private readonly string name;
    private readonly byte[] network;
    private readonly LastWill will;

    private Hosts(int number, int count)
    {
        name = string.Create(CultureInfo.InvariantCulture, $"jb{Environment.ProcessId:x}n{number:x}");
        network = FreeNetwork(Environment.ProcessId * 31 + number);
        All = [.. Enumerable.Range(1, count).Select(host => new Host($"{name}-{host}", At(10 + host)))];
        will = new LastWill(Deletion, name);
    }

    /// <summary>The hosts, none cut off from another.</summary>
    public IReadOnlyList<Host> All { get; }

    /// <summary>An address of the tests themselves, meant for the database.</summary>
    public IPAddress Database => At(1);

    /// <summary>Another one, meant for the provider.</summary>
    public IPAddress Provider => At(2);

    /// <summary>Makes hosts: some tenths of a second. Skips the test by name where namespaces cannot be had.</summary>
    public static async Task<Hosts> StartAsync(int count, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            Component.Missing("Network namespaces are Linux's.");
        }

        var hosts = new Hosts(Interlocked.Increment(ref made), count);
        try
        {
            await hosts.JoinAsync(cancellationToken);
            return hosts;
        }
        catch
        {
            await hosts.DisposeAsync();
            throw;
        }
    }

    /// <summary>From now on nothing passes between the two, and neither is told: what is sent is lost.</summary>
    public static async Task CutOffAsync(Host one, Host other, CancellationToken cancellationToken)
    {
        await one.CutOffAsync(other.Address, cancellationToken);
        await other.CutOffAsync(one.Address, cancellationToken);
    }

    /// <summary>Ends what <see cref="CutOffAsync"/> began.</summary>
    public static async Task HealAsync(Host one, Host other, CancellationToken cancellationToken)
    {
        await one.HealAsync(other.Address, cancellationToken);
        await other.HealAsync(one.Address, cancellationToken);
    }

    public ValueTask DisposeAsync() => will.DisposeAsync();

    private IPAddress At(int host) => new([network[0], network[1], network[2], (byte)host]);

    private async Task JoinAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Command.RunAsync(new("ip", ["netns", "add", $"{name}-switch"]), cancellationToken);
        }
        catch (Exception refused) when (refused is InvalidOperationException or Win32Exception)
        {
            Component.Missing($"Network namespaces need iproute2 (apt-get install iproute2), root and its capabilities: {refused.Message}");
        }

        // In a namespace of its own the switch is beyond the reach of this machine's firewall.
        await ShellAsync($"""
            ip -n {name}-switch link add bridge type bridge
            ip -n {name}-switch link set bridge up
            ip link add {name} type veth peer name outside netns {name}-switch
            ip -n {name}-switch link set outside master bridge up
            ip addr add {Database}/24 dev {name}
            ip addr add {Provider}/24 dev {name}
            ip link set {name} up
            """, cancellationToken);
        foreach (var host in All)
        {
            // What comes from an address can be dropped only by a rule that is asked before the one for local addresses.
            await ShellAsync($"""
                ip netns add {host.Name}
                ip -n {host.Name} link set lo up
                ip -n {host.Name} link add eth0 type veth peer name {host.Name} netns {name}-switch
                ip -n {name}-switch link set {host.Name} master bridge up
                ip -n {host.Name} addr add {host.Address}/24 dev eth0
                ip -n {host.Name} link set eth0 up
                ip -n {host.Name} rule add pref 100 lookup local
                ip -n {host.Name} rule del pref 0
                """, cancellationToken);
        }
    }

    private static Task ShellAsync(string script, CancellationToken cancellationToken) => Command.RunAsync(new("sh", ["-ec", script]), cancellationToken);

    /// <summary>Three bytes of addresses that this machine has nowhere else.</summary>
    private static byte[] FreeNetwork(int first)
    {
        var taken = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(its => its.Address)
            .Where(address => address.AddressFamily == Range.BaseAddress.AddressFamily && Range.Contains(address))
            .Select(address => address.GetAddressBytes())
            .ToHashSet(EqualityComparer<byte[]>.Create((one, other) => one!.AsSpan(0, 3).SequenceEqual(other.AsSpan(0, 3)), bytes => HashCode.Combine(bytes[1], bytes[2])));
        return Enumerable.Range(first, 512)
            .Select(number => new byte[] { 198, (byte)(18 + (number >> 8 & 1)), (byte)number })
            .First(candidate => !taken.Contains(candidate));
    }
}
