using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

/// <summary>Certificates, proxies, and clients that send nothing.</summary>
public sealed class ListeningTests : IAsyncDisposable
{
    private const string Secret = "of the file";

    private static readonly PbeParameters Sealed = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000);

    private readonly PublicRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Theory]
    [InlineData("site.pem", null)]
    [InlineData("sealed.pem", Secret)]
    [InlineData("own.pfx", Secret)]
    [InlineData("open.pfx", null)]
    public async Task A_certificate_serves_HTTPS_and_nothing_else_answers_at_the_port(string file, string? password)
    {
        var thumbprint = Write(file);
        await room.ServeAsync(options => options with { Certificate = room.Web.Room.Path(file), CertificatePassword = password });
        string? shown = null;
        using var client = new HttpClient(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => (shown = certificate!.Thumbprint) is not null,
        });
        using var answer = await client.GetAsync(room.Web.Address + "/boards", Token);
        using var plain = new HttpClient();

        Assert.Equal((HttpStatusCode.OK, thumbprint, "https"), (answer.StatusCode, shown, new Uri(room.Web.Address).Scheme));
        await Assert.ThrowsAsync<HttpRequestException>(() => plain.GetAsync(room.Web.Address.Replace("https", "http", StringComparison.Ordinal) + "/boards", Token));
    }

    [Theory]
    [InlineData("sealed.pem", "another")]
    [InlineData("sealed.pem", null)]
    [InlineData("own.pfx", "another")]
    [InlineData("own.pfx", null)]
    [InlineData("keyless.pem", null)]
    [InlineData("keyless.cer", null)]
    [InlineData("nothing.pem", null)]
    public async Task A_certificate_that_cannot_be_opened_is_said_plainly_and_nothing_is_served(string file, string? password)
    {
        Write(file);
        var fault = await Assert.ThrowsAsync<BadInputException>(() => room.ServeAsync(options => options with { Certificate = room.Web.Room.Path(file), CertificatePassword = password }));

        Assert.Contains(file, fault.Problem.English, StringComparison.Ordinal);
        Assert.Contains(Listening.PasswordVariable, fault.Problem.English, StringComparison.Ordinal);
        Assert.Contains("无法使用证书", fault.Problem.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("another", fault.Problem.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_says_whom_it_speaks_for_and_only_the_nearest_hop_is_believed()
    {
        Assert.Equal(("198.51.100.7", HttpStatusCode.NoContent), await ForwardAsync(IPAddress.Loopback, []));
    }

    [Fact]
    public async Task Nobody_else_is_believed_to_speak_for_others_or_under_another_name()
    {
        Assert.Equal((Elsewhere.ToString(), HttpStatusCode.Forbidden), await ForwardAsync(Elsewhere, []));
    }

    [Fact]
    public async Task A_proxy_that_was_named_is_believed()
    {
        Assert.Equal(("198.51.100.7", HttpStatusCode.NoContent), await ForwardAsync(Elsewhere, [Elsewhere]));
    }

    [Fact]
    public async Task Who_sends_a_head_or_a_body_drop_by_drop_is_cut_off()
    {
        await room.Web.ServeAsync();
        var port = new Uri(room.Web.Address).Port;
        var closed = await Task.WhenAll(
            TrickleAsync(port, $"GET /boards HTTP/1.1\r\nHost: localhost:{port}\r\nX-", "a"),
            TrickleAsync(port, $"POST /api/runs/plan HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n", " "));

        Assert.All(closed, seconds => Assert.InRange(seconds, 1, 40));
    }

    /// <summary>After how many seconds the server ends the connection.</summary>
    private static async Task<double> TrickleAsync(int port, string head, string drop)
    {
        var begun = TimeProvider.System.GetTimestamp();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Token);
        var ended = ReadAsync(stream);
        while (!ended.IsCompleted && TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(60))
        {
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, Token));
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(drop), Token);
            }
            catch (IOException)
            {
                break;
            }
        }

        return TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task ReadAsync(NetworkStream stream)
    {
        try
        {
            var buffer = new byte[4096];
            while (await stream.ReadAsync(buffer, Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset ends it as well.
        }
    }

    /// <summary>An address of this machine that is not loopback's.</summary>
    private static IPAddress Elsewhere
    {
        get
        {
            var found = NetworkInterface.GetAllNetworkInterfaces().SelectMany(one => one.GetIPProperties().UnicastAddresses).Select(one => one.Address)
                .FirstOrDefault(address => address.AddressFamily is AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
            Assert.SkipWhen(found is null, "This machine has no address but loopback.");
            return found!;
        }
    }

    /// <summary>Signs in as a proxy at an address would send it, for a site called boards.example.</summary>
    /// <returns>The address that was recorded, and what came of a deed from the page of that site.</returns>
    private async Task<(string Recorded, HttpStatusCode Status)> ForwardAsync(IPAddress from, IReadOnlyList<IPAddress> believed)
    {
        room.Write(Roles.All);
        await room.Web.ServeAsync(options => options with { IsPublic = true, IsBehindProxy = true, Address = from, Proxies = believed });
        using var client = new HttpClient { BaseAddress = new Uri(room.Web.Address) };
        foreach (var (name, value) in new[] { ("X-Forwarded-For", "203.0.113.9, 198.51.100.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "boards.example") })
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        using var wrong = await PublicRoom.TryAsync(client, Roles.Reader, "a wrong password");
        client.DefaultRequestHeaders.Add("Origin", "https://boards.example");
        using var right = await PublicRoom.TryAsync(client, Roles.Reader, PublicRoom.Password);
        using var first = JsonDocument.Parse((await File.ReadAllLinesAsync(room.Web.Room.Path(".jinbang/audit.jsonl"), Token))[0]);
        return (first.RootElement.GetProperty("from").GetString()!, right.StatusCode);
    }

    private string Write(string file)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var pem = made.ExportCertificatePem() + "\n";
        byte[] content = file switch
        {
            "site.pem" => Encoding.ASCII.GetBytes(pem + key.ExportPkcs8PrivateKeyPem()),
            "sealed.pem" => Encoding.ASCII.GetBytes(pem + key.ExportEncryptedPkcs8PrivateKeyPem(Secret, Sealed)),
            "keyless.pem" => Encoding.ASCII.GetBytes(pem),
            "keyless.cer" => made.Export(X509ContentType.Cert),
            "own.pfx" => made.Export(X509ContentType.Pkcs12, Secret),
            "open.pfx" => made.Export(X509ContentType.Pkcs12),
            _ => [],
        };
        File.WriteAllBytes(room.Web.Room.Path(file), content);
        return made.Thumbprint;
    }
}
