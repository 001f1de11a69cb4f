using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Jinbang.Tests.Web;

/// <summary>A small OpenID Connect provider on this machine, with one user, real keys and real tokens.</summary>
internal sealed class OidcRoom : IDisposable
{
    public const string Client = "jinbang";
    public const string Secret = "client secret";

    private readonly RSA rsa = RSA.Create(2048);
    private readonly HttpListener listener = new();
    private readonly Dictionary<string, (string Nonce, string Challenge)> codes = [];

    public OidcRoom()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Address + "/");
        listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>What the user's token says he belongs to.</summary>
    public IReadOnlyList<string> Groups { get; set; } = ["staff"];

    /// <summary>Who signs the tokens instead; null for the provider itself.</summary>
    public RSA? Forger { get; set; }

    /// <summary>Whom the token is for.</summary>
    public string Audience { get; set; } = Client;

    /// <summary>What is put in the place of the nonce; null for the right one.</summary>
    public string? OtherNonce { get; set; }

    public void Dispose()
    {
        listener.Close();
        rsa.Dispose();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        switch (call.Request.Url!.AbsolutePath)
        {
            case "/.well-known/openid-configuration":
                await SendAsync(call, new
                {
                    issuer = Address,
                    authorization_endpoint = Address + "/authorize",
                    token_endpoint = Address + "/token",
                    jwks_uri = Address + "/keys",
                });
                break;
            case "/keys":
                var key = rsa.ExportParameters(false);
                await SendAsync(call, new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
                break;
            case "/authorize":
                Authorize(call);
                break;
            case "/token":
                await GiveTokenAsync(call);
                break;
            default:
                call.Response.StatusCode = 404;
                call.Response.Close();
                break;
        }
    }

    private void Authorize(HttpListenerContext call)
    {
        var asked = call.Request.QueryString;
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (asked["nonce"]!, asked["code_challenge"]!);
        call.Response.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");
        call.Response.Close();
    }

    private async Task GiveTokenAsync(HttpListenerContext call)
    {
        using var reader = new StreamReader(call.Request.InputStream);
        var form = HttpUtility.ParseQueryString(await reader.ReadToEndAsync());
        var isRight = codes.Remove(form["code"] ?? "", out var known) && form["client_secret"] == Secret
            && Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? ""))) == known.Challenge;
        if (!isRight)
        {
            call.Response.StatusCode = 400;
            await SendAsync(call, new { error = "invalid_grant" });
            return;
        }

        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            Subject = new ClaimsIdentity([
                new("sub", "u1"), new("preferred_username", "zhang"), new("nonce", OtherNonce ?? known.Nonce),
                .. Groups.Select(group => new Claim("groups", group)),
            ]),
            SigningCredentials = new(new RsaSecurityKey(Forger ?? rsa) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
        });
        await SendAsync(call, new { id_token = token, access_token = "none", token_type = "Bearer", expires_in = 300 });
    }

    private static async Task SendAsync(HttpListenerContext call, object value)
    {
        call.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(call.Response.OutputStream, value);
        call.Response.Close();
    }
}
