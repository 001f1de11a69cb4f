using System.Globalization;
using System.Numerics;
using Fractions;
using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Mathematics;

/// <summary>Parts a written expression, LaTeX or plain, into tokens.</summary>
internal sealed class Lexer
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static readonly string[] Texts = ["text", "textbf", "textit", "textrm", "mbox", "mathrm", "operatorname", "hbox"];
    private static readonly string[] Groupings = [",\\!", "{,}", "\\!", "\\,"];
    private readonly string text;
    private readonly List<Token> tokens = [];
    private int at;
    private int depth;

    private Lexer(string text) => this.text = text;

    /// <summary>The tokens of a text; null when something in it is no part of an expression.</summary>
    public static IReadOnlyList<Token>? Read(string text)
    {
        var lexer = new Lexer(Folding.Fold(text));
        while (lexer.at < lexer.text.Length)
        {
            if (!lexer.Step())
            {
                return null;
            }
        }

        return lexer.tokens;
    }

    private bool Step()
    {
        var c = text[at];
        if (Marks.IsSpace(c) || c is '$' or '~' or '¥' or '€' or '£' or '`')
        {
            at++;
            return true;
        }

        if (c == '*' && text.AsSpan(at).StartsWith("**"))
        {
            at += 2;
            return tokens.Count == 0 || at >= text.Length || !(char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '(') || Add(Commands.Find("^"));
        }

        return c == '\\' ? Command()
            : char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) ? Number()
            : char.IsAsciiLetter(c) ? Letters()
            : c >= '\u3400' ? Han()
            : Superscripts.Contains(c) || c == '⁻' ? Superscript()
            : Character(c);
    }

    private bool Character(char c)
    {
        at++;
        if (c is '.' or '。' && at >= text.Length)
        {
            return true;
        }

        if (c is >= 'α' and <= 'ω' and not 'π' || c is >= 'Α' and <= 'Ω')
        {
            tokens.Add(new(Mark.Symbol, c.ToString()));
            return true;
        }

        return Add(Commands.Find(c.ToString()));
    }

    private bool Add(Token? found)
    {
        if (found is not { } token)
        {
            return false;
        }

        depth += token.Mark == Mark.Open && token.Text != "{" ? 1 : token.Mark == Mark.Close && token.Text != "}" ? -1 : 0;
        tokens.Add(token);
        return true;
    }

    private bool Command()
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var name = text[(at + 1)..end];
        if (name == "")
        {
            return Escape();
        }

        at = end;
        return Array.IndexOf(Texts, name) >= 0 && Braced() is { } inner ? Words(inner, isText: name is not ("mathrm" or "operatorname"))
            : Commands.IsSilent(name) || Add(Commands.Find(name));
    }

    // "\{", "\\", "\%", "\,".
    private bool Escape()
    {
        var c = at + 1 < text.Length ? text[at + 1] : ' ';
        at = Math.Min(text.Length, at + 2);
        return c switch
        {
            '{' => Add(Commands.Find("{set")),
            '}' => Add(Commands.Find("}set")),
            '\\' => Add(Commands.Find("row")),
            '%' or '|' => Add(Commands.Find(c.ToString())),
            ',' or '!' or ';' or ':' or ' ' or '(' or ')' or '[' or ']' or '$' or '\n' => true,
            _ => false,
        };
    }

    private string? Braced()
    {
        var open = Marks.SkipBlanks(text, at);
        if (open >= text.Length || text[open] != '{' || text.IndexOf('}', open) is not (>= 0 and var close))
        {
            return null;
        }

        at = close + 1;
        return text[(open + 1)..close].Trim();
    }

    private bool Words(string inner, bool isText)
    {
        var squeezed = inner.Replace(" ", "", StringComparison.Ordinal);
        if (squeezed is "and" or "or" or "和" or "或" or ",")
        {
            return Add(Commands.Find(","));
        }

        tokens.Add(decimal.TryParse(squeezed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new(Mark.Number, squeezed, Fraction.FromDecimal(number))
            : !isText && Commands.Find(squeezed) is { } command ? command
            : !isText && squeezed.Length == 1 ? new(Mark.Symbol, squeezed)
            : new(Mark.Word, inner));
        return true;
    }

    private bool Number()
    {
        var digits = new System.Text.StringBuilder();
        Digits(digits);
        while (Group() is { } length && digits.Length < 40)
        {
            at += length;
            Digits(digits);
        }

        var places = 0;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            places = -digits.Length;
            Digits(digits);
            places += digits.Length;
        }

        var value = new Fraction(BigInteger.Parse("0" + digits, CultureInfo.InvariantCulture), BigInteger.Pow(10, places));
        tokens.Add(new(Mark.Number, digits.ToString(), places > 1 && Repeats(digits) ? value + new Fraction(digits[^1] - '0', 9 * BigInteger.Pow(10, places)) : value));
        return true;
    }

    // "0.1666...", "0.1666 repeating": a digit that stands twice at the end goes on.
    private bool Repeats(System.Text.StringBuilder digits)
    {
        foreach (var mark in (ReadOnlySpan<string>)["...", "…", "\\ldots", "\\dots", " repeating", " recurring", "循环"])
        {
            if (digits[^1] == digits[^2] && text.AsSpan(at).StartsWith(mark, StringComparison.Ordinal))
            {
                at += mark.Length;
                return true;
            }
        }

        return false;
    }

    private void Digits(System.Text.StringBuilder digits)
    {
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            digits.Append(text[at]);
        }
    }

    // A comma groups digits in "17,280", but parts the items of "(1,234)".
    private int? Group()
    {
        var rest = text.AsSpan(at);
        foreach (var grouping in Groupings)
        {
            if (rest.StartsWith(grouping, StringComparison.Ordinal) && Mantissa.DigitsEnd(rest, grouping.Length) == grouping.Length + 3)
            {
                return grouping.Length;
            }
        }

        return depth == 0 && rest.StartsWith(",") && Mantissa.DigitsEnd(rest, 1) == 4 ? 1 : null;
    }

    // A known name, a word of four letters or more, or variables side by side.
    private bool Letters()
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var run = text[at..end];
        at = end;
        if (run is "and" or "or")
        {
            return Add(Commands.Find(","));
        }

        if (run is "pi" or "sqrt" or "inf" or "infty" or "infinity" || CallTerm.IsFunction(run))
        {
            return Add(Commands.Find(run is "inf" or "infinity" ? "infty" : run));
        }

        if (run.Length > 3 || run is "cm" or "km" or "mm" or "kg")
        {
            tokens.Add(new(Mark.Word, run));
            return true;
        }

        tokens.AddRange(run.Select(letter => new Token(Mark.Symbol, letter.ToString())));
        return true;
    }

    private bool Han()
    {
        if (text.AsSpan(at).StartsWith("根号"))
        {
            at += 2;
            return Add(Commands.Find("√"));
        }

        if (text[at] is '或' or '和' or '且' or '与')
        {
            at++;
            return Add(Commands.Find(","));
        }

        if (text[at] == '度')
        {
            at++;
            return Add(Commands.Find("°"));
        }

        var end = at;
        while (end < text.Length && text[end] >= '\u3400' && text[end] is not ('或' or '和' or '度'))
        {
            end++;
        }

        tokens.Add(new(Mark.Word, text[at..end]));
        at = end;
        return true;
    }

    private bool Superscript()
    {
        tokens.Add(new(Mark.Operator, "^"));
        tokens.Add(new(Mark.Open, "{"));
        if (text[at] == '⁻')
        {
            tokens.Add(new(Mark.Operator, "-"));
            at++;
        }

        var value = 0;
        for (; at < text.Length && value < 1000 && Superscripts.IndexOf(text[at]) is var digit and >= 0; at++)
        {
            value = (value * 10) + digit;
        }

        tokens.Add(new(Mark.Number, value.ToString(CultureInfo.InvariantCulture), new Fraction(value)));
        tokens.Add(new(Mark.Close, "}"));
        return true;
    }
}
