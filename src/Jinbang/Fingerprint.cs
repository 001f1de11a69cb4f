using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Jinbang;

/// <summary>Short names for contents: what has the same parts has the same fingerprint, on every machine.</summary>
public static class Fingerprint
{
    private const int OnStack = 1024;

    /// <summary>The first 64 bits, as 16 hexadecimal digits, of the SHA-256 of the parts; where one part ends and the
    /// next begins matters.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var most = 0;
        foreach (var part in parts)
        {
            most += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part?.Length ?? 0);
        }

        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> buffer = rented ?? stackalloc byte[OnStack];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer[..Write(parts, buffer)], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return Convert.ToHexStringLower(hash[..8]);
    }

    private static int Write(ReadOnlySpan<string?> parts, Span<byte> buffer)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var length = Encoding.UTF8.GetBytes(part, buffer[(at + sizeof(int))..]);
            BinaryPrimitives.WriteInt32LittleEndian(buffer[at..], part is null ? -1 : length);
            at += sizeof(int) + length;
        }

        return at;
    }
}
