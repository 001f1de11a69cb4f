using System.Collections.Frozen;
using System.Globalization;

namespace Jinbang.Grading.Scanning;

/// <summary>Reads replies that put the answer into a field of JSON or YAML.</summary>
internal static class StructuredAnswer
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Commands = new[]
    {
        "frac", "forall", "times", "text", "textbf", "textit", "tfrac", "theta", "tan", "tau", "to", "boxed", "beta", "begin", "bar", "binom",
        "big", "bmod", "right", "rho", "rangle", "rightarrow", "neq", "ne", "nu", "not", "neg", "nabla", "underline", "uparrow",
    }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the answer field says, unless an answer is announced after its object; null without such a field.</summary>
    /// <param name="text">The folded reply.</param>
    /// <param name="announced">Reads an answer that a text announces.</param>
    /// <param name="whole">Reads a text that is nothing but an answer.</param>
    public static Reading? Read(string text, Func<string, Reading?> announced, Func<string, Reading> whole)
    {
        if (!text.Contains(':') || (JsonField.Last(text) ?? YamlField.Last(text)) is not { } field)
        {
            return null;
        }

        if (field.After < text.Length && announced(Alone(text, field.After, text.Length, isEscaped: false)) is { Kind: not ReadingKind.Unreadable } later)
        {
            return later;
        }

        if (text.AsSpan()[field.Start..field.End].Trim() is "" or "null" or "None" or "{}" or "[]")
        {
            return new(ReadingKind.Unanswered, "", "empty-field", field.Start, field.End - field.Start);
        }

        var reading = whole(Alone(text, field.Start, field.End, isEscaped: true));
        return reading.Kind is ReadingKind.Letter or ReadingKind.Letters or ReadingKind.Value ? reading with { Rule = "answer-field" } : reading;
    }

    // As long as the reply and blank elsewhere, so that places stay places in the reply.
    private static string Alone(string text, int start, int end, bool isEscaped) => string.Create(text.Length, (text, start, end, isEscaped), static (alone, from) =>
    {
        alone.Fill(' ');
        from.text.AsSpan()[from.start..from.end].CopyTo(alone[from.start..]);
        for (var at = from.start; from.isEscaped && at < from.end; at++)
        {
            if (alone[at] == '\\' && at + 1 < from.end)
            {
                at += Unescape(alone[at..from.end]);
            }
            else if (alone[at] == '\n' && ItemStart(alone[..from.end], at) is { } dash)
            {
                (alone[at], alone[dash]) = (',', ' ');
            }
        }
    });

    // "\n" is a line break but "\nu" is a Greek letter that the model forgot to escape.
    private static int Unescape(Span<char> escape)
    {
        var c = escape[1];
        var isCommand = Commands.Contains(escape[1..Marks.WordEnd(escape, 1)]);
        if (c is '"' or '\'' or '/' or '\\')
        {
            escape[0] = ' ';
            return 1;
        }

        if (c is 'n' or 'r' or 't' or 'b' or 'f' && !isCommand)
        {
            (escape[0], escape[1]) = (' ', c == 'n' ? '\n' : ' ');
            return 1;
        }

        if (c == 'u' && escape.Length > 5 && ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            escape[..5].Fill(' ');
            escape[5] = (char)code;
            return 5;
        }

        return 0;
    }

    // The dash of a YAML list's next item.
    private static int? ItemStart(ReadOnlySpan<char> text, int lineBreak)
    {
        var at = Marks.SkipBlanks(text, lineBreak + 1);
        return at + 1 < text.Length && text[at] == '-' && text[at + 1] == ' ' ? at : null;
    }
}
