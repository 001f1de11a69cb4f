namespace Jinbang.Grading.Sheets;

/// <summary>Reads what <see cref="ColumnWriter"/> wrote.</summary>
internal ref struct ColumnReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many bytes were read.</summary>
    public int At { get; private set; }

    /// <exception cref="InvalidDataException">There is nothing more, or no number.</exception>
    public ulong Read() => At < bytes.Length && bytes[At] < 0x80 ? bytes[At++] : ReadLong();

    private ulong ReadLong()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64 && At < bytes.Length; shift += 7)
        {
            var part = bytes[At++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }

        throw new InvalidDataException();
    }
}
