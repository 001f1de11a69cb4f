namespace Jinbang.Models;

/// <summary>What is made of a key before it is shown to the provider.</summary>
public enum KeySigning
{
    /// <summary>Nothing: the key itself is shown.</summary>
    None,

    /// <summary>Where the key is written ID:SECRET, a short-lived token (JWT, HS256) that the secret signs; else the key itself.</summary>
    Jwt,
}
