using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Jinbang.Tests.Net;

/// <summary>One of <see cref="Hosts"/>.</summary>
/// <param name="Name">Its namespace, as ip knows it.</param>
/// <param name="Address">Where the others and the tests reach it.</param>
internal sealed record Host(string Name, IPAddress Address)
{
    private const int NetworkNamespace = 0x40000000;

    /// <summary>A program that runs on this host, ready to be started; it is killed when the hosts go.</summary>
    public ProcessStartInfo Program(string program, params string[] arguments) =>
        new("ip", ["netns", "exec", Name, program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };

    /// <summary>A socket of the tests that is on this host: a thread's sockets belong to the namespace in which it made them.</summary>
    public Socket NewSocket()
    {
        var socket = new TaskCompletionSource<Socket>();
        new Thread(() =>
        {
            try
            {
                using var space = File.OpenHandle($"/run/netns/{Name}", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                socket.SetResult(SetNamespace((int)space.DangerousGetHandle(), NetworkNamespace) == 0
                    ? new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
                    : throw new InvalidOperationException(Marshal.GetLastPInvokeErrorMessage()));
            }
            catch (Exception failure)
            {
                socket.SetException(failure);
            }
        }).Start();
        return socket.Task.GetAwaiter().GetResult();
    }

    /// <summary>From now on nothing passes between this host and an address, in either direction, and nobody is told.</summary>
    public Task CutOffAsync(IPAddress other, CancellationToken cancellationToken) => Command.RunAsync(
        // What goes out is for a card that nobody has; what comes in is dropped.
        new("sh", ["-ec", $"ip -n {Name} rule add pref 10 iif eth0 from {other} blackhole\nip -n {Name} neigh replace {other} lladdr 02:00:00:00:00:00 nud permanent dev eth0"]),
        cancellationToken);

    /// <summary>Ends what <see cref="CutOffAsync"/> began.</summary>
    public Task HealAsync(IPAddress other, CancellationToken cancellationToken) => Command.RunAsync(
        new("sh", ["-ec", $"ip -n {Name} neigh del {other} dev eth0\nip -n {Name} rule del pref 10 iif eth0 from {other} blackhole"]), cancellationToken);

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static extern int SetNamespace(int descriptor, int kind);
}
