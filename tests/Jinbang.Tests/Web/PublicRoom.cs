using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Jinbang.Tests.Pages;
using Jinbang.Web;
using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

/// <summary>A public site over HTTPS in this process, with a reader, a runner and an admin.</summary>
internal sealed partial class PublicRoom : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private const string FilePassword = "of the file";

    // A hash takes its time on purpose; one serves all tests.
    private static readonly string Hash = Passwords.Hash(Password);

    private readonly List<HttpClient> clients = [];

    public WebRoom Web { get; } = new();

    public string Users => Web.Room.Path(".jinbang/users.yaml");

    /// <summary>Opens the site; a user's name is his role.</summary>
    public async Task ServeAsync(Func<SiteOptions, SiteOptions>? adjust = null, TimeProvider? time = null)
    {
        Write(Roles.All);
        var certificate = MakeCertificate();
        await Web.ServeAsync(options =>
        {
            var secure = options with { IsPublic = true, Address = IPAddress.Loopback, Certificate = certificate, CertificatePassword = FilePassword };
            return adjust?.Invoke(secure) ?? secure;
        }, time);
    }

    /// <summary>Writes the users file anew.</summary>
    public void Write(params string[] roles) => UsersFile.Write(Users, [.. roles.Select(role => new SiteUser(role, role, Hash))]);

    /// <summary>Somebody new, with cookies of his own.</summary>
    public HttpClient Somebody()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true })
        {
            BaseAddress = new Uri(Web.Address),
        };
        clients.Add(client);
        return client;
    }

    /// <summary>Somebody who is signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string role)
    {
        var client = Somebody();
        using var answer = await TryAsync(client, role, Password);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return client;
    }

    public static Task<HttpResponseMessage> TryAsync(HttpClient client, string name, string password) =>
        client.PostAsJsonAsync("/api/sign-in", new { name, password }, TestContext.Current.CancellationToken);

    /// <summary>A form with the token of a page that has one.</summary>
    public static async Task<FormUrlEncodedContent> FormAsync(HttpClient client, string page, params IEnumerable<(string Name, string Value)> fields)
    {
        var token = TokenField().Match(await client.GetStringAsync(page, TestContext.Current.CancellationToken)).Groups[1].Value;
        return new([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
    }

    public Task<Visit> OpenAsync(Chromium chromium, string path, string locale = "en") =>
        Web.OpenAsync(chromium, path, new() { IgnoreHTTPSErrors = true, Locale = locale });

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }

        await Web.DisposeAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private string MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var file = Web.Room.Path("site.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, FilePassword));
        return file;
    }
}
