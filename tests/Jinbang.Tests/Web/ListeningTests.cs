using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
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

    [Theory]
    [InlineData("127.0.0.1", "198.51.100.7", HttpStatusCode.NoContent)]
    [InlineData("127.0.0.2", "127.0.0.2", HttpStatusCode.Forbidden)]
    public async Task Only_a_proxy_that_is_believed_says_whom_it_speaks_for(string from, string recorded, HttpStatusCode toItsHost)
    {
        room.Write(Roles.All);
        await room.Web.ServeAsync(options => options with { IsPublic = true, IsBehindProxy = true });
        using var client = From(IPAddress.Parse(from));
        foreach (var (name, value) in new[] { ("X-Forwarded-For", "203.0.113.9, 198.51.100.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "boards.example") })
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        using var wrong = await PublicRoom.TryAsync(client, Roles.Reader, "a wrong password");
        client.DefaultRequestHeaders.Add("Origin", "https://boards.example");
        using var own = await PublicRoom.TryAsync(client, Roles.Reader, PublicRoom.Password);

        var log = await File.ReadAllLinesAsync(room.Web.Room.Path(".jinbang/audit.jsonl"), Token);
        Assert.Contains($"\"from\":\"{recorded}\"", log[0], StringComparison.Ordinal);
        Assert.Equal(toItsHost, own.StatusCode);
    }

    [Fact]
    public async Task A_proxy_that_was_named_is_believed()
    {
        room.Write(Roles.All);
        await room.Web.ServeAsync(options => options with { IsPublic = true, IsBehindProxy = true, Proxies = [IPAddress.Parse("127.0.0.2")] });
        using var client = From(IPAddress.Parse("127.0.0.2"));
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        using var wrong = await PublicRoom.TryAsync(client, Roles.Reader, "a wrong password");

        Assert.Contains("198.51.100.7", await File.ReadAllTextAsync(room.Web.Room.Path(".jinbang/audit.jsonl"), Token), StringComparison.Ordinal);
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

    private HttpClient From(IPAddress address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = new Uri(room.Web.Address) };

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
