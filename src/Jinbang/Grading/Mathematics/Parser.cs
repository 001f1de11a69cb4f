using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>Reads the lists, relations, sums and products that tokens spell.</summary>
internal sealed class Parser
{
    private const int LongestText = 600;
    private const int Deepest = 40;
    private readonly List<Token> tokens;
    private int depth;

    private Parser(IEnumerable<Token> tokens) => this.tokens = [.. tokens];

    /// <summary>Which token comes next.</summary>
    public int At { get; set; }

    /// <summary>The tree of a text; null when the text is too long or too deep, or is no expression.</summary>
    public static Term? Read(string text)
    {
        if (text.Length > LongestText || Lexer.Read(text) is not { Count: > 0 } tokens)
        {
            return null;
        }

        if (!tokens.Any(token => token.Is("±") || token.Is("∓")))
        {
            return new Parser(tokens).All();
        }

        var (plus, minus) = (new Parser(tokens.Select(token => Signed(token, "±", "∓"))).All(), new Parser(tokens.Select(token => Signed(token, "∓", "±"))).All());
        return plus is null || minus is null ? null : new GroupTerm("", [plus, minus]);
    }

    /// <summary>Whether the next token is a certain operator, bracket, command or separator.</summary>
    public bool Sees(string text) => At < tokens.Count && tokens[At].Is(text);

    /// <summary>The next token; null at the end.</summary>
    public Token? Peek(int ahead = 0) => At + ahead < tokens.Count ? tokens[At + ahead] : null;

    /// <summary>Passes a token when it is the one asked for.</summary>
    public bool Pass(string text)
    {
        if (!Sees(text))
        {
            return false;
        }

        At++;
        return true;
    }

    /// <summary>Parts the first digit off the number that comes next.</summary>
    public bool Split(string digits)
    {
        tokens[At] = new(Mark.Number, digits[..1], new Fraction(digits[0] - '0'));
        tokens.Insert(At + 1, new(Mark.Number, digits[1..], Fraction.FromString(digits[1..], System.Globalization.CultureInfo.InvariantCulture)));
        return true;
    }

    /// <summary>Items parted by commas: the only one itself, or a group.</summary>
    public Term? List(string brackets)
    {
        if (++depth > Deepest)
        {
            return null;
        }

        var items = new List<Term>();
        do
        {
            if (Union() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (Pass(","));

        depth--;
        return items.Count == 1 && brackets != "{}" ? items[0] : new GroupTerm(brackets, items);
    }

    /// <summary>A sum of products.</summary>
    public Term? Sum()
    {
        if (++depth > Deepest)
        {
            return null;
        }

        var terms = new List<Term>();
        do
        {
            var isNegative = false;
            while (Sees("+") || Sees("-"))
            {
                isNegative ^= Sees("-");
                At++;
            }

            if (new ProductParser(this).Read() is not { } product)
            {
                return null;
            }

            terms.Add(isNegative ? Negative(product) : product);
        }
        while (Sees("+") || Sees("-"));

        depth--;
        return terms.Count == 1 ? terms[0] : new SumTerm(terms);
    }

    /// <summary>The negative of a term.</summary>
    public static Term Negative(Term term) => term switch
    {
        NumberTerm number => new NumberTerm(-number.Number),
        MeasureTerm measure => measure with { Inner = Negative(measure.Inner) },
        _ => new ProductTerm([new NumberTerm(Fraction.MinusOne), term]),
    };

    private Term? All() => List("") is { } term && At == tokens.Count ? term : null;

    private Term? Union()
    {
        var items = new List<Term>();
        var sign = "∪";
        do
        {
            if (Relation() is not { } item)
            {
                return null;
            }

            items.Add(item);
            sign = Sees("∩") ? "∩" : sign;
        }
        while (Pass("∪") || Pass("∩"));

        return items.Count == 1 ? items[0] : new GroupTerm(sign, items);
    }

    // "1 ≤ x < 3" is an interval; "x = y = 3" ends in what is meant.
    private Term? Relation()
    {
        if (Sum() is not { } left)
        {
            return null;
        }

        while (Peek() is { Mark: Mark.Operator, Text: "=" or "<" or ">" or "≤" or "≥" or "≠" or "∈" } sign)
        {
            At++;
            if (Sum() is not { } right)
            {
                return null;
            }

            left = left is RelationTerm before ? Chain(before, sign.Text, right) : new RelationTerm(sign.Text, left, right);
        }

        return left;
    }

    private static Term Chain(RelationTerm before, string sign, Term right) => (before.Sign, sign) switch
    {
        ("<" or "≤", "<" or "≤") => new GroupTerm((before.Sign == "<" ? "(" : "[") + (sign == "<" ? ")" : "]"), [before.Left, right]),
        (">" or "≥", ">" or "≥") => new GroupTerm((sign == ">" ? "(" : "[") + (before.Sign == ">" ? ")" : "]"), [right, before.Left]),
        _ => new RelationTerm(sign, before.Left, right),
    };

    private static Token Signed(Token token, string plus, string minus) =>
        token.Is(plus) ? new(Mark.Operator, "+") : token.Is(minus) ? new(Mark.Operator, "-") : token;
}
