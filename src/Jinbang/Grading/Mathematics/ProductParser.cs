using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>Reads products, written with a sign or without one, and their factors.</summary>
internal sealed class ProductParser(Parser parser)
{
    private static readonly Fraction Two = new(2);

    /// <summary>The product that comes next; null when none does.</summary>
    public Term? Read(bool isArgument = false)
    {
        var factors = new List<Term>();
        do
        {
            var isDivision = factors.Count > 0 && parser.Pass("/");
            var isSigned = !isDivision && factors.Count > 0 && parser.Pass("*");
            if (Factor(isDivision || isSigned) is not { } factor)
            {
                return null;
            }

            factors.Add(isDivision ? PowerTerm.Inverse(factor) : factor);
        }
        while (GoesOn(isArgument));

        return ProductTerm.Of(factors);
    }

    private bool GoesOn(bool isArgument) => parser.Peek() switch
    {
        { Mark: Mark.Operator, Text: "*" or "/" } => !isArgument || parser.Sees("*"),
        { Mark: Mark.Function } => !isArgument,
        { Mark: Mark.Number or Mark.Symbol or Mark.Word or Mark.Open } => true,
        { Mark: Mark.Command, Text: not "end" } => true,
        _ => false,
    };

    private Term? Factor(bool maySign)
    {
        var isNegative = maySign && (parser.Pass("-") || !(parser.Pass("+") || true));
        if (new AtomParser(parser).Read() is not { } atom || Raised(atom) is not { } raised)
        {
            return null;
        }

        return isNegative ? Parser.Negative(raised) : raised;
    }

    private Term? Raised(Term term)
    {
        while (parser.Peek() is { Mark: Mark.Operator } sign)
        {
            if (sign.Text is "%" or "°")
            {
                parser.At++;
                term = new MeasureTerm(term, sign.Text[0]);
            }
            else if (sign.Text == "!")
            {
                parser.At++;
                term = new CallTerm("!", term);
            }
            else if (sign.Text == "^")
            {
                parser.At++;
                if (IsDegree())
                {
                    term = new MeasureTerm(term, '°');
                }
                else if (new AtomParser(parser).Argument() is { } exponent)
                {
                    term = exponent is NumberTerm { Number: var power } && power == Fraction.One / Two ? new RootTerm(term, 2) : new PowerTerm(term, exponent);
                }
                else
                {
                    return null;
                }
            }
            else
            {
                break;
            }
        }

        return term;
    }

    // "^\circ", "^{\circ}".
    private bool IsDegree()
    {
        if (parser.Pass("°"))
        {
            return true;
        }

        if (parser.Sees("{") && parser.Peek(1)?.Is("°") == true && parser.Peek(2)?.Is("}") == true)
        {
            parser.At += 3;
            return true;
        }

        return false;
    }
}
