using System.Text.RegularExpressions;

namespace Jinbang.Boards.Cuts;

/// <summary>Takes an expression apart.</summary>
internal static partial class Tokens
{
    private const int Longest = 1000;

    /// <summary>Its words and signs.</summary>
    /// <exception cref="BadInputException">It is too long, or a quote does not end.</exception>
    public static List<Token> Of(string text)
    {
        if (text.Length > Longest)
        {
            throw new BadInputException(new(
                $"The expression has {text.Length} characters; at most {Longest} are read.", $"表达式有 {text.Length} 个字符，最多 {Longest} 个。"));
        }

        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var match = Piece().Match(text, at);
            if (!match.Success)
            {
                throw new BadInputException(new(
                    $"\"{text}\", character {at + 1}: a quote is not closed.", $"“{text}”第 {at + 1} 个字符：引号没有闭合。"));
            }

            if (match.Groups["quoted"] is { Success: true } quoted)
            {
                tokens.Add(new Token(quoted.Value, at + 1, true));
            }
            else if (match.Groups["plain"] is { Success: true } plain)
            {
                tokens.Add(new Token(Halved(plain.Value), at + 1, false));
            }

            at += match.Length;
        }

        return tokens;
    }

    /// <summary>Full-width signs, as Chinese keyboards give them, are the usual ones.</summary>
    private static string Halved(string sign) => sign switch
    {
        "（" => "(",
        "）" => ")",
        "＝" or "==" => "=",
        "＜" => "<",
        "＞" => ">",
        "≤" or "＜=" or "＜＝" => "<=",
        "≥" or "＞=" or "＞＝" => ">=",
        "≠" or "！=" or "！＝" or "<>" => "!=",
        "～" => "~",
        "！" => "!",
        _ => sign,
    };

    [GeneratedRegex("""\G(?:\s+|"(?<quoted>[^"]*)"|“(?<quoted>[^”]*)”|'(?<quoted>[^']*)'|(?<plain>[<>!＜＞！]?[=＝]=?|<>|&&|\|\||[()（）<>＜＞≤≥≠~～!！]|[^\s()（）<>＜＞≤≥≠=＝~～!！&|"'“”]+|[&|]))""")]
    private static partial Regex Piece();
}
