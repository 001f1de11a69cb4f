using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>Reads what cannot be parted: numbers, variables, roots, fractions, functions, brackets, matrices.</summary>
internal sealed class AtomParser(Parser parser)
{
    private const int LargestDegree = 100;

    /// <summary>The atom that comes next; null when none does.</summary>
    public Term? Read()
    {
        if (parser.Peek() is not { } token)
        {
            return null;
        }

        parser.At++;
        return token.Mark switch
        {
            Mark.Number => Number(token),
            Mark.Symbol => Subscripted(token.Text),
            Mark.Word => Words(token.Text),
            Mark.Function => Function(token.Text),
            Mark.Command => Command(token.Text),
            Mark.Open => Bracketed(token.Text),
            Mark.Operator => token.Text == "|" && parser.Sum() is { } inner && parser.Pass("|") ? new CallTerm("abs", inner) : null,
            Mark.Close or Mark.Separator => null,
        };
    }

    /// <summary>What a command or a power takes: something in braces, a digit, a variable, another command.</summary>
    public Term? Argument()
    {
        if (parser.Pass("{"))
        {
            return parser.List("") is { } inner && parser.Pass("}") ? inner : null;
        }

        var isNegative = parser.Pass("-");
        return Read() is { } atom ? isNegative ? Parser.Negative(atom) : atom : null;
    }

    // "1\frac{12}{13}" and "1 1/2" are mixed numbers; "42_7" is written to a base.
    private Term? Number(Token token)
    {
        if (parser.Pass("_"))
        {
            return Name() is { } system ? new WordTerm($"{token.Text}_{system}") : null;
        }

        var whole = new NumberTerm(token.Number);
        if (token.Number.Denominator != 1)
        {
            return whole;
        }

        if (parser.Peek() is { Mark: Mark.Number } upper && parser.Peek(1)?.Is("/") == true && parser.Peek(2) is { Mark: Mark.Number, Number.IsZero: false } lower)
        {
            parser.At += 3;
            return new NumberTerm(token.Number + (upper.Number / lower.Number));
        }

        var start = parser.At;
        if (parser.Pass("frac") && Terms() is (NumberTerm over, NumberTerm { Number.IsZero: false } under))
        {
            return new NumberTerm(token.Number + (over.Number / under.Number));
        }

        parser.At = start;
        return whole;
    }

    private SymbolTerm? Subscripted(string name)
    {
        if (!parser.Pass("_"))
        {
            return new SymbolTerm(name);
        }

        return Name() is { } index ? new SymbolTerm($"{name}_{index}") : null;
    }

    private string? Name()
    {
        if (!parser.Pass("{"))
        {
            var single = parser.Peek()?.Text;
            parser.At++;
            return single;
        }

        var name = "";
        while (parser.Peek() is { } token && !parser.Sees("}"))
        {
            name += token.Text;
            parser.At++;
        }

        return parser.Pass("}") ? name : null;
    }

    private WordTerm Words(string text)
    {
        while (parser.Peek() is { Mark: Mark.Word } more)
        {
            text += " " + more.Text;
            parser.At++;
        }

        return new WordTerm(text);
    }

    private Term? Function(string name)
    {
        var exponent = parser.Pass("^") ? Argument() : null;
        var foot = parser.Pass("_") ? Argument() : null;
        if ((parser.Sees("(") ? Read() : new ProductParser(parser).Read(isArgument: true)) is not { } argument)
        {
            return null;
        }

        if (exponent is NumberTerm { Number: var power } && power == Fraction.MinusOne && CallTerm.IsFunction("arc" + name))
        {
            return new CallTerm("arc" + name, argument);
        }

        Term call = foot is null ? new CallTerm(name, argument)
            : new ProductTerm([new CallTerm("ln", argument), PowerTerm.Inverse(new CallTerm("ln", foot))]);
        return exponent is null ? call : new PowerTerm(call, exponent);
    }

    private Term? Command(string name) => name switch
    {
        "frac" => Terms() is var (upper, lower) ? new ProductTerm([upper, PowerTerm.Inverse(lower)]) : null,
        "binom" => Terms() is (NumberTerm n, NumberTerm k) ? Binomial(n.Number, k.Number) : null,
        "sqrt" => Root(),
        "begin" => Matrix(),
        _ => null,
    };

    private (Term Upper, Term Lower)? Terms() => Digit() is { } upper && Digit() is { } lower ? (upper, lower) : null;

    // "\frac12" is one half: without braces each term is one digit.
    private Term? Digit()
    {
        if (parser.Peek() is not { Mark: Mark.Number } number || number.Text.Length < 2 || number.Number.Denominator != 1)
        {
            return Argument();
        }

        return parser.Split(number.Text) ? Argument() : null;
    }

    private static NumberTerm? Binomial(Fraction n, Fraction k)
    {
        if (n.Denominator != 1 || k.Denominator != 1 || k < 0 || n < k || n > LargestDegree)
        {
            return null;
        }

        var product = Fraction.One;
        for (var i = 1; i <= (int)k.Numerator; i++)
        {
            product = product * (n - k + i) / i;
        }

        return new NumberTerm(product);
    }

    private RootTerm? Root()
    {
        var degree = 2;
        if (parser.Pass("["))
        {
            if (parser.Sum() is not NumberTerm { Number: var number } || !parser.Pass("]") || number.Denominator != 1 || number < 2 || number > LargestDegree)
            {
                return null;
            }

            degree = (int)number.Numerator;
        }

        return Argument() is { } radicand ? new RootTerm(radicand, degree) : null;
    }

    private Term? Bracketed(string open)
    {
        if (open == "{")
        {
            return parser.List("") is { } inner && parser.Pass("}") ? inner : null;
        }

        if (parser.List(open == "set" ? "{}" : open) is not { } items)
        {
            return null;
        }

        var isSet = open == "set";
        var close = isSet && parser.Pass("set") ? "" : parser.Pass(")") ? ")" : parser.Pass("]") ? "]" : null;
        return close is null ? null
            : items is GroupTerm group && group.Brackets == open && !isSet ? group with { Brackets = open + close }
            : items;
    }

    private GroupTerm? Matrix()
    {
        if (Name() is not ("pmatrix" or "bmatrix" or "matrix" or "vmatrix" or "Bmatrix" or "smallmatrix"))
        {
            return null;
        }

        var rows = new List<Term>();
        do
        {
            if (parser.Sees("end"))
            {
                break;
            }

            var cells = new List<Term>();
            do
            {
                if (parser.Sum() is not { } cell)
                {
                    return null;
                }

                cells.Add(cell);
            }
            while (parser.Pass("&"));
            rows.Add(new GroupTerm("row", cells));
        }
        while (parser.Pass("row"));

        return parser.Pass("end") && Name() is not null && rows.Count > 0 ? new GroupTerm("matrix", rows) : null;
    }
}
