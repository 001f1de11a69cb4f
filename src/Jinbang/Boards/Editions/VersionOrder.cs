namespace Jinbang.Boards.Editions;

/// <summary>The order of versions, in which v5.10 comes after v5.9.</summary>
internal sealed class VersionOrder : IComparer<string>
{
    private VersionOrder()
    {
    }

    public static VersionOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var order = Parts(x ?? "").Zip(Parts(y ?? ""), string.CompareOrdinal).FirstOrDefault(order => order != 0);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    /// <summary>The text in parts of digits and of other letters, numbers so filled up that their order is that of texts.</summary>
    private static List<string> Parts(string text)
    {
        const int Longest = 60;
        var parts = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var isNumber = char.IsAsciiDigit(text[from]);
            var length = text.AsSpan(from).IndexOfAnyExceptInRange('0', '9') is var digits && isNumber
                ? digits < 0 ? text.Length - from : digits
                : text.AsSpan(from).IndexOfAnyInRange('0', '9') is > 0 and var others ? others : text.Length - from;
            var part = text.Substring(from, length);
            parts.Add(isNumber ? part.PadLeft(Longest, '0') : part);
            from += length;
        }

        return parts;
    }
}
