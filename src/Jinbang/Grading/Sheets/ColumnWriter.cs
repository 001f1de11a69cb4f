namespace Jinbang.Grading.Sheets;

/// <summary>Writes numbers one behind the other, small ones in few bytes.</summary>
internal struct ColumnWriter()
{
    private byte[] bytes = new byte[4096];

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow (LEB128).</summary>
    public void Write(ulong number)
    {
        const int Longest = 10;
        if (Length + Longest > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        for (; number >= 0x80; number >>= 7)
        {
            bytes[Length++] = (byte)(number | 0x80);
        }

        bytes[Length++] = (byte)number;
    }
}
