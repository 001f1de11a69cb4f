namespace Jinbang.Models;

/// <summary>The keys of providers. Says how many it holds, never what they are.</summary>
public sealed class Secrets
{
    private readonly Dictionary<string, string> values;

    private Secrets(Dictionary<string, string> values) => this.values = values;

    /// <summary>Takes each key from the environment and, where it has none, from the first file that has it.</summary>
    /// <param name="environment">The process's variables.</param>
    /// <param name="files">Files of KEY=VALUE lines that only their owner may read.</param>
    /// <exception cref="BadInputException">A file cannot be read, is open to others, or has a line of another form.</exception>
    public static Secrets Read(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> files)
    {
        var values = environment.Where(HasValue).ToDictionary(variable => variable.Key, variable => variable.Value.Trim());
        foreach (var (name, value) in files.SelectMany(SecretsFile.Read).Where(HasValue))
        {
            values.TryAdd(name, value);
        }

        return new Secrets(values);
    }

    /// <summary>Whether calls to the provider can be tried.</summary>
    public bool Suffice(Provider provider) =>
        !provider.NeedsKey || (provider.KeyVariable is { } variable && values.ContainsKey(variable));

    /// <summary>A secret that is no provider's key; null when there is none.</summary>
    public string? Find(string variable) => values.GetValueOrDefault(variable);

    /// <summary>The provider's key; null when there is none and none is needed.</summary>
    /// <exception cref="BadInputException">A key is needed and missing, or holds what no key can hold.</exception>
    public string? KeyOf(Provider provider)
    {
        if (!Suffice(provider))
        {
            throw new BadInputException(new(
                $"{provider.Title} needs a key: set {provider.KeyVariable}.", $"{provider.Title} 需要密钥：请设置 {provider.KeyVariable}。"));
        }

        var key = provider.KeyVariable is { } variable ? values.GetValueOrDefault(variable) : null;
        if (key is not null && key.Any(letter => letter is <= ' ' or > '~'))
        {
            throw new BadInputException(new(
                $"The key in {provider.KeyVariable} holds spaces or letters that no key has: copy it anew.",
                $"{provider.KeyVariable} 中的密钥含有空格或非法字符：请重新复制。"));
        }

        return key;
    }

    private static bool HasValue(KeyValuePair<string, string> variable) => !string.IsNullOrWhiteSpace(variable.Value);

    /// <summary>Shows no key.</summary>
    public override string ToString() => "Secrets (not shown)";
}
