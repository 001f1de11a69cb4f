namespace Jinbang.Web.Asking;

/// <summary>One prompt for several models, once.</summary>
/// <param name="Models">Their names.</param>
/// <param name="Prompt">What is asked.</param>
public sealed record AskOrder(IReadOnlyList<string> Models, string Prompt)
{
    /// <summary>Most models at once.</summary>
    public const int MostModels = 6;

    /// <summary>Most characters of prompt and system prompt together.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>The most tokens of a reply that can be asked for.</summary>
    public const int MostReplyTokens = 65_536;

    /// <summary>What is sent as the system message, or null.</summary>
    public string? System { get; init; }

    /// <summary>Most tokens of each reply, thinking included.</summary>
    public int MaxTokens { get; init; } = 1024;

    /// <summary>Most yuan that all replies together may cost at worst.</summary>
    public decimal Cap { get; init; } = 1;

    /// <summary>Whether models of unknown price may be asked all the same.</summary>
    public bool AllowUnknownPrice { get; init; }

    /// <summary>The same with what was meant: names once and trimmed.</summary>
    /// <exception cref="BadInputException">Something is missing, or more than is allowed.</exception>
    public AskOrder Checked()
    {
        List<string> models = [.. (Models ?? []).Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name.Trim()).Distinct()];
        Phrase? wrong = (models.Count, Prompt, MaxTokens, Cap) switch
        {
            (0, _, _, _) => new("Name a model to ask.", "请填写要问的模型。"),
            ( > MostModels, _, _, _) => new($"Ask at most {MostModels} models at once, not {models.Count}.", $"一次最多问 {MostModels} 个模型，现有 {models.Count} 个。"),
            _ when string.IsNullOrWhiteSpace(Prompt) => new("Write what to ask.", "请填写要问的内容。"),
            _ when Prompt.Length + (System?.Length ?? 0) > MostCharacters => new(
                $"The prompts have {Prompt.Length + (System?.Length ?? 0)} characters; at most {MostCharacters} are sent.", $"提示词共 {Prompt.Length + (System?.Length ?? 0)} 字符，最多 {MostCharacters}。"),
            (_, _, < 1 or > MostReplyTokens, _) => new($"The most tokens of a reply must be from 1 to {MostReplyTokens}, not {MaxTokens}.", $"回复的 token 上限应为 1 到 {MostReplyTokens}，而不是 {MaxTokens}。"),
            (_, _, _, < 0) => new("The cap must not be negative.", "花费上限不能为负。"),
            _ => null,
        };
        return wrong is { } problem ? throw new BadInputException(problem) : this with { Models = models, System = string.IsNullOrWhiteSpace(System) ? null : System };
    }
}
