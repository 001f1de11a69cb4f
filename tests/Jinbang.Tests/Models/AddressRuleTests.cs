using System.Net;
using System.Net.Sockets;
using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models;

public sealed class AddressRuleTests
{
    private static readonly AddressRule Strict = new([], []);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("1.1.1.1", true)]
    [InlineData("223.5.5.5", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("2002:0808:0808::1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.1.2.3", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.0.0.192", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("203.0.113.5", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("64:ff9b::127.0.0.1", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("2002:7f00:0001::1", false)]
    [InlineData("2002:c0a8:0101::1", false)]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_public_addresses_are_permitted(string address, bool isPermitted) => Assert.Equal(isPermitted, Strict.Permits(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("10.2.0.1", false)]
    [InlineData("fd00::5", true)]
    public void What_the_owner_allows_is_permitted(string address, bool isPermitted) =>
        Assert.Equal(isPermitted, new AddressRule([IPNetwork.Parse("10.1.0.0/16"), IPNetwork.Parse("fd00::/8")], []).Permits(IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task No_writing_of_this_machine_s_name_is_connected_to(string host)
    {
        using var listener = new TcpListener(IPAddress.IPv6Any, 0) { Server = { DualMode = true } };
        listener.Start();
        var endpoint = $"http://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}/v1";
        using var examinees = Open(Strict);

        var fault = await Assert.ThrowsAsync<ProviderException>(() => OpenAiModelList.GetAsync(examinees.Connect(endpoint), TestContext.Current.CancellationToken));

        Assert.Contains("allow-addresses", fault.Problem.English, StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Allowed_and_own_endpoints_are_reached_and_only_the_own_one_is_shown_the_key(bool isOwn)
    {
        using var listener = new HttpListener();
        var port = FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        var endpoint = $"http://127.0.0.1:{port}/v1";
        using var examinees = Open(isOwn ? new([], [endpoint]) : new([IPNetwork.Parse("127.0.0.0/8")], []));

        var asked = OpenAiModelList.GetAsync(examinees.Connect(endpoint), TestContext.Current.CancellationToken);
        var call = await listener.GetContextAsync();
        var key = call.Request.Headers["Authorization"];
        using (var writer = new StreamWriter(call.Response.OutputStream))
        {
            await writer.WriteAsync("""{"data":[{"id":"m"}]}""");
        }

        Assert.Equal(["m"], await asked);
        Assert.Equal(isOwn ? "Bearer sk-owner" : null, key);
    }

    private static Examinees Open(AddressRule rule)
    {
        var secrets = Secrets.Read(new Dictionary<string, string> { ["JINBANG_API_KEY"] = "sk-owner" });
        return new Examinees(Catalogue.Load(null, null), secrets, new CallLimits(), TimeProvider.System) { Addresses = rule };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
