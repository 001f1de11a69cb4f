namespace Jinbang.Web.Selecting;

/// <summary>Tells how much a workbook holds by the bytes of its parts, keeping none of them. A part may be named as it likes, so all are
/// taken for XML; pictures are none, but they too have a byte of a tag every few hundred.</summary>
internal sealed class WorkbookMeasure
{
    // 5000 questions with twenty cells each are less than half of it.
    private const int MostTags = 2_000_000;

    // A cell's 32,767 characters, were every one written as a number such as &#20013;.
    private const int LongestText = 1 << 18;

    private int tags;
    private long run;

    /// <summary>The bytes of all parts.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether there are more rows and cells than any test set needs, however few bytes each takes.</summary>
    public bool IsCrowded => tags > MostTags;

    /// <summary>Whether a text is longer than a cell can be.</summary>
    public bool HasEndlessText { get; private set; }

    /// <summary>Adds the next bytes of a part.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Bytes += bytes.Length;
        for (var tag = bytes.IndexOf((byte)'<'); tag >= 0; tag = bytes.IndexOf((byte)'<'))
        {
            Go(tag);
            (tags, run) = (tags + 1, 0);
            bytes = bytes[(tag + 1)..];
        }

        Go(bytes.Length);
    }

    private void Go(int bytes)
    {
        run += bytes;
        HasEndlessText |= run > LongestText;
    }
}
