using System.Security.Cryptography;
using System.Text;

namespace Jinbang.Simulator.Delivery;

/// <summary>Lets in requests that show the key.</summary>
internal sealed class Admission(string? key)
{
    private readonly byte[]? key = key is null ? null : Encoding.UTF8.GetBytes(key);

    /// <summary>Whether a request showing such a key may come in.</summary>
    public bool Admits(string shown) => key is null || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), key);
}
