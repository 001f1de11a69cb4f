using System.Security.Cryptography;
using System.Text;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Judges;

/// <summary>A reply between two lines that nobody could have written into it, so that a judge can tell data from orders.</summary>
/// <remarks>The mark is a hash of what it encloses: who writes a reply cannot know the mark of a text that would hold
/// it. The same reply has the same fence, so that what a judge said of it is found again.</remarks>
/// <param name="Mark">32 hexadecimal digits that stand nowhere in the reply.</param>
/// <param name="Text">The reply between its two lines.</param>
public sealed record Fence(string Mark, string Text)
{
    /// <summary>What stands before the mark on the line above the reply.</summary>
    public const string Above = "BEGIN REPLY ";

    /// <summary>What stands before the mark on the line below the reply.</summary>
    public const string Below = "END REPLY ";

    /// <summary>Most UTF-16 units of a reply that a judge is shown; of a longer one the middle is left out.</summary>
    public const int Most = 40_000;

    /// <summary>Puts a fence around a reply; thinking, control characters and orders of writing direction are left out.</summary>
    public static Fence Around(string reply)
    {
        var shown = Plain(Shortened(Spoken(reply)));
        var mark = Free(shown);
        return new Fence(mark, $"{Above}{mark}\n{shown}\n{Below}{mark}");
    }

    // Folding keeps places, so what is blank in the text without its thinking can be cut out of the reply as written.
    private static string Spoken(string reply)
    {
        var spoken = ReplyText.From(reply).Text;
        return string.Concat(reply.Select((unit, at) => spoken[at] == ' ' && !char.IsWhiteSpace(unit) ? ' ' : unit)).Trim();
    }

    private static string Plain(string text) => string.Concat(
        text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => rune.Value is '\n' or '\t' || !IsHidden(rune)));

    private static bool IsHidden(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xE0000 and <= 0xE007F);

    private static string Shortened(string text) => text.Length <= Most
        ? text
        : $"{text[..(Most / 2)]}\n[… {text.Length - Most} …]\n{text[^(Most / 2)..]}";

    private static string Free(string text)
    {
        for (var round = 0; ; round++)
        {
            var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{round}\n{text}")).AsSpan(0, 16));
            if (!text.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return mark;
            }
        }
    }
}
