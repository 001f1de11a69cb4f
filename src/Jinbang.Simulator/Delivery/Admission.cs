using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Delivery;

/// <summary>Lets in requests that show the key as their house wants it.</summary>
internal sealed class Admission(string? key, House house, TimeProvider time)
{
    private static readonly string[] TokenParts = ["iss", "exp", "nbf"];

    private readonly byte[]? key = key is null ? null : Encoding.UTF8.GetBytes(key);

    /// <summary>What is wrong with the key that a request shows; null when it may come in.</summary>
    public Trouble? Trouble(HttpRequest request)
    {
        var shown = house.KeyOf(request);
        return shown.Length == 0 && house.NeedsKey ? Houses.Trouble.NoKey
            : house.KeyForm == KeyForm.Jwt ? (IsSigned(shown) ? null : Houses.Trouble.BadKey)
            : key is null || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), key) ? null
            : Houses.Trouble.BadKey;
    }

    // RFC 7519: whoever knows the secret half of the key names the public one and signs for a while.
    private bool IsSigned(string token)
    {
        try
        {
            return token.Split('.') is [var head, var claims, var signature]
                && Part(head, "alg") is { } algorithm && algorithm.ValueEquals("HS256")
                && TokenParts.All(name => Part(claims, name) is not null)
                && Part(claims, "exp")!.Value.GetInt64() > time.GetUtcNow().ToUnixTimeSeconds()
                && Part(claims, "nbf")!.Value.GetInt64() <= time.GetUtcNow().ToUnixTimeSeconds()
                && IsOurs(Part(claims, "iss")!.Value.GetString()!, $"{head}.{claims}", signature);
        }
        catch (Exception problem) when (problem is FormatException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool IsOurs(string issuer, string signed, string signature)
    {
        if (key is null)
        {
            return true;
        }

        var halves = Encoding.UTF8.GetString(key).Split(':');
        return halves is [var name, var secret] && name == issuer && CryptographicOperations.FixedTimeEquals(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)), Base64Url.DecodeFromChars(signature));
    }

    private static JsonElement? Part(string encoded, string name)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(encoded));
        return document.RootElement.TryGetProperty(name, out var part) ? part.Clone() : null;
    }
}
