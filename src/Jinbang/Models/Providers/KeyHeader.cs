using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Jinbang.Models.Providers;

/// <summary>The field of a request's head that shows who asks.</summary>
/// <remarks>A signed key is a JSON Web Token (RFC 7519) with HS256 (RFC 7518, section 3.2), as SenseNova has it: the issuer is the key's
/// first half, the secret the other, and the token is good for half an hour (platform.sensenova.cn, "JWT").</remarks>
internal sealed class KeyHeader
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    // Clocks differ.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    private readonly string name;
    private readonly string key;
    private readonly bool isSigned;
    private readonly TimeProvider time;
    private Shown shown;

    /// <param name="provider">To whom the key is shown.</param>
    /// <param name="key">The key.</param>
    /// <param name="time">The clock that dates signed keys.</param>
    public KeyHeader(Provider provider, string key, TimeProvider time)
    {
        this.key = key;
        this.time = time;
        name = provider.KeyHeader ?? "Authorization";
        isSigned = provider.KeySigning == KeySigning.Jwt && Halves(key) is not null;
        shown = isSigned
            ? new Shown("", DateTimeOffset.MinValue)
            : new Shown(provider.KeyHeader is null ? $"Bearer {key}" : key, DateTimeOffset.MaxValue);
    }

    /// <summary>Puts it into a request's head.</summary>
    public void AddTo(HttpRequestHeaders headers) => headers.TryAddWithoutValidation(name, Value());

    private string Value()
    {
        var known = shown;
        if (known.Until == DateTimeOffset.MaxValue || time.GetUtcNow() < known.Until)
        {
            return known.Value;
        }

        var now = time.GetUtcNow();
        shown = known = new Shown($"Bearer {Token(now)}", now + (Life / 2));
        return known.Value;
    }

    private string Token(DateTimeOffset now)
    {
        var (id, secret) = Halves(key)!.Value;
        var claims = $$"""{"iss":"{{JsonEncodedText.Encode(id)}}","exp":{{(now + Life).ToUnixTimeSeconds()}},"nbf":{{(now - Slack).ToUnixTimeSeconds()}}}""";
        var text = $"{Encoded("""{"alg":"HS256","typ":"JWT"}""")}.{Encoded(claims)}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static (string Id, string Secret)? Halves(string key)
    {
        var cut = key.IndexOf(':', StringComparison.Ordinal);
        return cut > 0 && cut < key.Length - 1 ? (key[..cut], key[(cut + 1)..]) : null;
    }

    private sealed record Shown(string Value, DateTimeOffset Until);
}
