namespace Jinbang;

/// <summary>One thing said to a user, in both languages side by side, so that neither can be forgotten.</summary>
/// <param name="English">The sentence in English.</param>
/// <param name="Chinese">The same sentence in Chinese.</param>
public readonly record struct Phrase(string English, string Chinese)
{
    /// <summary>The sentence in the given language.</summary>
    public string In(Language language) => language switch
    {
        Language.Chinese => Chinese,
        Language.English => English,
    };

    /// <summary>The English sentence.</summary>
    public override string ToString() => English;
}
