using System.Security.Cryptography;
using System.Text;

namespace Jinbang;

/// <summary>Short names for contents: what has the same parts has the same fingerprint, on every machine.</summary>
public static class Fingerprint
{
    /// <summary>The first 64 bits, as 16 hexadecimal digits, of the SHA-256 of the parts; where one part ends and the
    /// next begins matters.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            BitConverter.TryWriteBytes(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
