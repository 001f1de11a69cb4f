using System.Globalization;
using System.Text;

namespace Jinbang.Exams.Drafts;

/// <summary>Reads options written as Python prints a dict or list of strings: <c>{'A': 'one', 'B': "it's"}</c>.</summary>
internal sealed class PythonLiteral
{
    private readonly string text;
    private int at;

    private PythonLiteral(string text) => this.text = text;

    /// <summary>The options, lettered by their names in a dict and by position in a list.</summary>
    /// <exception cref="FormatException">The text is no such literal; the message says where it breaks.</exception>
    public static IReadOnlyList<DraftOption> Options(string text)
    {
        var literal = new PythonLiteral(text);
        literal.SkipSpace();
        var options = literal.Peek() == '[' ? OptionLabel.Letter([.. literal.List()]) : literal.Dict();
        literal.SkipSpace();
        return literal.at == text.Length ? options : throw literal.Broken();
    }

    private List<DraftOption> Dict()
    {
        var options = new List<DraftOption>();
        Take('{');
        while (!TryTake('}'))
        {
            var letter = Value();
            Take(':');
            options.Add(new DraftOption(letter, Value()));
            Separate('}');
        }

        return options;
    }

    private List<string> List()
    {
        var values = new List<string>();
        Take('[');
        while (!TryTake(']'))
        {
            values.Add(Value());
            Separate(']');
        }

        return values;
    }

    private void Separate(char end)
    {
        SkipSpace();
        if (Peek() != end)
        {
            Take(',');
        }
    }

    private string Value()
    {
        SkipSpace();
        return Peek() is '\'' or '"' ? Quoted() : Bare();
    }

    // Numbers, True and None stand bare.
    private string Bare()
    {
        var start = at;
        while (Peek() is char c && (char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+' or '_'))
        {
            at++;
        }

        return at > start ? text[start..at] : throw Broken();
    }

    private string Quoted()
    {
        var quote = text[at++];
        var value = new StringBuilder();
        while (Peek() is char c && c != quote)
        {
            at++;
            if (c == '\\')
            {
                Escape(value);
            }
            else
            {
                value.Append(c);
            }
        }

        Take(quote);
        return value.ToString();
    }

    private void Escape(StringBuilder value)
    {
        var code = Peek() ?? throw Broken();
        at++;
        _ = code switch
        {
            'n' => value.Append('\n'),
            't' => value.Append('\t'),
            'r' => value.Append('\r'),
            '\\' or '\'' or '"' => value.Append(code),
            '\n' => value,
            'x' => value.Append(Hex(2)),
            'u' => value.Append(Hex(4)),
            'U' => value.Append(Hex(8)),
            _ => value.Append('\\').Append(code), // Python keeps a backslash that escapes nothing.
        };
    }

    private string Hex(int digits)
    {
        var end = at + digits;
        if (end > text.Length
            || !int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !(Rune.IsValid(code) || digits == 4))
        {
            throw Broken();
        }

        at = end;
        return digits == 4 ? ((char)code).ToString() : new Rune(code).ToString();
    }

    private char? Peek() => at < text.Length ? text[at] : null;

    private void SkipSpace()
    {
        while (Peek() is char c && char.IsWhiteSpace(c))
        {
            at++;
        }
    }

    private bool TryTake(char wanted)
    {
        SkipSpace();
        if (Peek() != wanted)
        {
            return false;
        }

        at++;
        return true;
    }

    private void Take(char wanted)
    {
        if (!TryTake(wanted))
        {
            throw Broken();
        }
    }

    private FormatException Broken() => new(string.Create(CultureInfo.InvariantCulture, $"character {at + 1}"));
}
