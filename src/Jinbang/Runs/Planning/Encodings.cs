using System.Text.RegularExpressions;
using Jinbang.Models;
using Microsoft.ML.Tokenizers;

namespace Jinbang.Runs.Planning;

/// <summary>The tokenizers that are published with the models' names. Loading one takes a third of a second and 40 MB, so that it is
/// done once, and only where a model needs it.</summary>
internal sealed partial class Encodings
{
    private readonly Dictionary<string, Tokenizer> loaded = [];

    /// <summary>The model's tokenizer, or null when it is not known.</summary>
    public Tokenizer? Of(Model model)
    {
        var name = NewerOpenAi().IsMatch(model.Id) ? "o200k_base" : OlderOpenAi().IsMatch(model.Id) ? "cl100k_base" : null;
        if (name is not null && !loaded.ContainsKey(name))
        {
            loaded[name] = TiktokenTokenizer.CreateForEncoding(name);
        }

        return name is null ? null : loaded[name];
    }

    [GeneratedRegex("^(openai/)?(chatgpt-4o|gpt-4o|gpt-4\\.|gpt-5|gpt-oss|o1|o3|o4)", RegexOptions.IgnoreCase)]
    private static partial Regex NewerOpenAi();

    [GeneratedRegex("^(openai/)?(gpt-4|gpt-3\\.5)", RegexOptions.IgnoreCase)]
    private static partial Regex OlderOpenAi();
}
