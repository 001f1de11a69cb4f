namespace Jinbang.Boards.Cuts;

/// <summary>Reads conditions: <c>or</c> binds least, then <c>and</c>, then <c>not</c>.</summary>
internal sealed class ConditionParser(string text)
{
    // Deeper ones are nobody's wish, and a parser must not run out of stack.
    private const int Deepest = 50;

    private static readonly Dictionary<string, Relation> Relations = new()
    {
        ["="] = Relation.Equal,
        ["!="] = Relation.Unequal,
        ["<"] = Relation.Less,
        ["<="] = Relation.AtMost,
        [">"] = Relation.Greater,
        [">="] = Relation.AtLeast,
        ["~"] = Relation.Contains,
    };

    private readonly List<Token> tokens = Tokens.Of(text);
    private int next;
    private int depth;

    /// <summary>The condition of the whole text.</summary>
    public Condition Parse()
    {
        var condition = Any();
        return next == tokens.Count ? condition : throw Problem(new("\"and\", \"or\" or the end was expected", "此处应为 and、or 或结尾"));
    }

    private Condition Any()
    {
        if (++depth > Deepest)
        {
            throw Problem(new($"more than {Deepest} levels of parentheses", $"括号超过 {Deepest} 层"));
        }

        var condition = All();
        while (Takes("or", "或", "||"))
        {
            condition = new AnyOf(condition, All());
        }

        depth--;
        return condition;
    }

    private Condition All()
    {
        var condition = Single();
        while (Takes("and", "且", "并且", "&&"))
        {
            condition = new AllOf(condition, Single());
        }

        return condition;
    }

    private Condition Single()
    {
        if (Takes("not", "非", "不", "!"))
        {
            return new NotSo(Single());
        }

        return Takes("(") ? Closed(Any()) : Compared();
    }

    private Condition Closed(Condition condition) => Takes(")") ? condition : throw Problem(new("\")\" is missing", "缺少右括号"));

    private Comparison Compared()
    {
        var field = next < tokens.Count && !tokens[next].IsQuoted && Fields.Find(tokens[next].Text) is { } found ? found : throw NoField();
        next++;
        if (next == tokens.Count || tokens[next].IsQuoted || !Relations.TryGetValue(tokens[next].Text, out var relation))
        {
            return field.Alone is { } alone
                ? new Comparison(field, Relation.Equal, alone)
                : throw Problem(new($"'{field.Names[0]}' needs =, !=, <, <=, >, >= or ~ and a value", $"“{field.Names[0]}”之后应为 =、!=、<、<=、>、>= 或 ~ 及其值"));
        }

        next++;
        if (next == tokens.Count || !tokens[next].IsQuoted && (Relations.ContainsKey(tokens[next].Text) || tokens[next].Is("(", ")", "!")))
        {
            throw Problem(new("a value is missing", "缺少值"));
        }

        return field.Accepts(relation, tokens[next].Text)
            ? new Comparison(field, relation, tokens[next++].Text)
            : throw Problem(new($"'{tokens[next].Text}' does not fit {field.Names[0]}: {field.Expected.English}", $"“{tokens[next].Text}”不适用于 {field.Names[0]}：{field.Expected.Chinese}"));
    }

    private bool Takes(params ReadOnlySpan<string> words)
    {
        if (next == tokens.Count || !tokens[next].Is(words))
        {
            return false;
        }

        next++;
        return true;
    }

    private BadInputException NoField()
    {
        var names = string.Join(", ", Fields.Names);
        return next == tokens.Count
            ? Problem(new($"a condition is missing; it begins with one of {names}", $"缺少条件；条件以 {names} 之一开头"))
            : Spelling.Nearest(tokens[next].Text, Fields.All.SelectMany(field => field.Names)) is { } meant
                ? Problem(new($"unknown '{tokens[next].Text}'; did you mean '{meant}'?", $"未知的“{tokens[next].Text}”；是否想写“{meant}”？"))
                : Problem(new($"unknown '{tokens[next].Text}'; known are {names}", $"未知的“{tokens[next].Text}”；可用：{names}"));
    }

    private BadInputException Problem(Phrase what)
    {
        var at = next < tokens.Count ? tokens[next].At : text.Length + 1;
        return new(new($"\"{text}\", character {at}: {what.English}.", $"“{text}”第 {at} 个字符：{what.Chinese}。"));
    }
}
