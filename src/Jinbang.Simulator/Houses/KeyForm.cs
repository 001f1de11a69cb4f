namespace Jinbang.Simulator.Houses;

/// <summary>How a key is shown.</summary>
internal enum KeyForm
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>By a JSON Web Token (HS256) that the second half of the key signs and whose issuer is the first half, as AK:SK.</summary>
    Jwt,
}
