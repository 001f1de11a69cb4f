using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Jinbang.Runs.Ledgers.Copies;

/// <summary>Sums rows up, in their order, so that tables with different contents have different sums, whatever database keeps them.</summary>
internal sealed class RowHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many rows were added.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(object?[] row)
    {
        Rows++;
        foreach (var value in row)
        {
            var bytes = value switch
            {
                null => null,
                byte[] raw => raw,
                string text => Encoding.UTF8.GetBytes(text),
                double number => Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)),
                _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!),
            };

            // The length goes before, so that no value runs into the next.
            hash.AppendData(BitConverter.GetBytes(bytes?.Length ?? -1));
            hash.AppendData(bytes ?? []);
        }
    }

    /// <summary>The sum of all rows.</summary>
    public string Sum() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
