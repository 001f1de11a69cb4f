using System.Buffers;
using System.Text;

namespace Jinbang.Runs.Ledgers;

/// <summary>Texts as PostgreSQL can keep them: it takes no NUL, which replies may hold. A noncharacter of Unicode, U+FFFE, stands before what is written otherwise:
/// U+FFFE 0 is a NUL, U+FFFE 1 is U+FFFE itself. Half a surrogate pair is no text at all; it becomes U+FFFD, as in the SQLite ledger.</summary>
internal static class PostgresText
{
    private const char Sign = '\uFFFE';
    private static readonly SearchValues<char> Special = SearchValues.Create("\0\uFFFE");

    /// <summary>A text as it is kept.</summary>
    public static string Kept(string text)
    {
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return !whole.AsSpan().ContainsAny(Special) ? whole : whole.Replace("\uFFFE", "\uFFFE1", StringComparison.Ordinal).Replace("\0", "\uFFFE0", StringComparison.Ordinal);
    }

    /// <summary>A kept text as it was.</summary>
    public static string Read(string kept) => !kept.Contains(Sign)
        ? kept
        : kept.Replace("\uFFFE0", "\0", StringComparison.Ordinal).Replace("\uFFFE1", "\uFFFE", StringComparison.Ordinal);
}
