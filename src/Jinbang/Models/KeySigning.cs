namespace Jinbang.Models;

/// <summary>What is made of a key before it is shown to the provider.</summary>
public enum KeySigning
{
    /// <summary>Nothing: the key itself is shown.</summary>
    None,

    /// <summary>A short-lived token (JWT, HS256) that the secret half of the key, after a colon or a dot, signs.</summary>
    Jwt,
}
