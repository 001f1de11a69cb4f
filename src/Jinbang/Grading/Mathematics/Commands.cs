using System.Collections.Frozen;

namespace Jinbang.Grading.Mathematics;

/// <summary>What LaTeX commands and single characters stand for.</summary>
internal static class Commands
{
    private static readonly FrozenDictionary<string, Token> ByName = Table(
        (Mark.Operator, "*", ["times", "cdot", "ast", "×", "·", "⋅", "*", "⨯"]),
        (Mark.Operator, "/", ["div", "÷", "/", "colon", ":", "over"]),
        (Mark.Operator, "+", ["+"]),
        (Mark.Operator, "-", ["-", "−"]),
        (Mark.Operator, "±", ["pm", "±"]),
        (Mark.Operator, "∓", ["mp", "∓"]),
        (Mark.Operator, "^", ["^"]),
        (Mark.Operator, "_", ["_"]),
        (Mark.Operator, "!", ["!"]),
        (Mark.Operator, "%", ["%"]),
        (Mark.Operator, "°", ["degree", "circ", "°", "º", "度"]),
        (Mark.Operator, "|", ["|", "vert", "lvert", "rvert", "mid"]),
        (Mark.Operator, "=", ["=", "equiv"]),
        (Mark.Operator, "<", ["<", "lt"]),
        (Mark.Operator, ">", [">", "gt"]),
        (Mark.Operator, "≤", ["le", "leq", "leqslant", "≤", "⩽"]),
        (Mark.Operator, "≥", ["ge", "geq", "geqslant", "≥", "⩾"]),
        (Mark.Operator, "≠", ["ne", "neq", "≠"]),
        (Mark.Operator, "∈", ["in", "∈"]),
        (Mark.Operator, "∪", ["cup", "∪", "bigcup"]),
        (Mark.Operator, "∩", ["cap", "∩"]),
        (Mark.Command, "frac", ["frac", "dfrac", "tfrac", "cfrac"]),
        (Mark.Command, "sqrt", ["sqrt", "√"]),
        (Mark.Command, "binom", ["binom", "dbinom", "tbinom"]),
        (Mark.Command, "begin", ["begin"]),
        (Mark.Command, "end", ["end"]),
        (Mark.Open, "(", ["("]),
        (Mark.Close, ")", [")"]),
        (Mark.Open, "[", ["[", "lbrack"]),
        (Mark.Close, "]", ["]", "rbrack"]),
        (Mark.Open, "set", ["{set", "lbrace"]),
        (Mark.Close, "set", ["}set", "rbrace"]),
        (Mark.Open, "{", ["{"]),
        (Mark.Close, "}", ["}"]),
        (Mark.Separator, ",", [",", "、", ";"]),
        (Mark.Separator, "&", ["&"]),
        (Mark.Separator, "row", ["row"]),
        (Mark.Symbol, "π", ["pi", "π"]),
        (Mark.Symbol, "∞", ["infty", "∞"]),
        (Mark.Word, "∅", ["emptyset", "varnothing", "∅"]));

    private static readonly FrozenSet<string> Greek = new[]
    {
        "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "rho", "sigma",
        "tau", "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Sigma", "Phi", "Psi", "Omega", "hbar", "ell",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Silent = new[]
    {
        "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "textstyle", "quad", "qquad", "limits", "boxed", "fbox", "vec", "hat", "bar",
        "overrightarrow", "mathbb", "mathbf", "mathcal", "boldsymbol", "rm", "bf", "it", "space", "thinspace", "nolimits", "middle",
    }.ToFrozenSet();

    /// <summary>The token that a command or character stands for; null when it is not known.</summary>
    public static Token? Find(string name) => ByName.TryGetValue(name, out var token) ? token
        : CallTerm.IsFunction(name) ? new(Mark.Function, name)
        : Greek.Contains(name) ? new(Mark.Symbol, "\\" + name)
        : null;

    /// <summary>Whether a command changes how an expression looks and not what it says.</summary>
    public static bool IsSilent(string name) => Silent.Contains(name);

    private static FrozenDictionary<string, Token> Table(params (Mark Mark, string Text, string[] Names)[] rows) => rows
        .SelectMany(row => row.Names, (row, name) => (name, new Token(row.Mark, row.Text)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
}
