using System.Text.RegularExpressions;

namespace Jinbang.Boards;

/// <summary>Names for files that hold on every system, whatever an exam is called.</summary>
public static partial class FileNames
{
    // Most file systems end at 255 bytes; the rest is for endings and for the name while it is being written.
    private const int MaxBytes = 200;

    /// <summary>The name without folder and ending. It is unchanged where it is harmless on Linux, macOS and Windows.</summary>
    public static string For(string title)
    {
        var name = Forbidden().Replace(Plain.Text(title), "_").Trim('.', ' ');
        name = Shorten(Reserved().Replace(name, "_$0")).TrimEnd('.', ' ');
        return name.Length > 0 ? name : "board";
    }

    private static string Shorten(string name)
    {
        var bytes = 0;
        return string.Concat(name.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= MaxBytes));
    }

    [GeneratedRegex("""[/\\:*?"<>|]""")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|COM\d|LPT\d)(?=\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
