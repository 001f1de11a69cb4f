using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Jinbang.Web.Access;

/// <summary>Keeps passwords as PBKDF2 hashes with HMAC-SHA512, 210,000 rounds and 16 bytes of salt, as OWASP advises.</summary>
internal static class Passwords
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters, so that hashing is no attack.</summary>
    public const int Longest = 256;

    private const int Rounds = 210_000;
    private const int Head = 13;
    private const int Salt = 16;
    private const int Key = 32;

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>A hash that no password has, for taking as long over a name that nobody has.</summary>
    public static readonly string Nobodys = NobodysHash();

    /// <summary>The hash to keep.</summary>
    /// <exception cref="BadInputException">The password is too short or too long.</exception>
    public static string Hash(string password) => password.Length is >= Shortest and <= Longest ? Hasher.HashPassword("", password) : throw new BadInputException(new(
        $"A password has {Shortest} to {Longest} characters; this one has {password.Length}.", $"密码应为 {Shortest} 至 {Longest} 个字符；此密码有 {password.Length} 个。"));

    /// <summary>Whether a hash can be one of ours.</summary>
    public static bool IsHash(string hash)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Convert.TryFromBase64String(hash, bytes, out var length) && length == Head + Salt + Key && bytes[0] == 1;
    }

    /// <summary>Whether the password has the hash.</summary>
    public static bool Fits(string hash, string password) =>
        Hasher.VerifyHashedPassword("", hash, password.Length <= Longest ? password : "") is not PasswordVerificationResult.Failed;

    // The hasher's own form: version, function, rounds, length of the salt, salt, key.
    private static string NobodysHash()
    {
        var bytes = RandomNumberGenerator.GetBytes(Head + Salt + Key);
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), 2);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), Rounds);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(9), Salt);
        return Convert.ToBase64String(bytes);
    }
}
