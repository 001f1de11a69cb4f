using Microsoft.AspNetCore.Components;

namespace Jinbang.Web.Layout;

/// <summary>What every page has: the reader, and words in the reader's language.</summary>
public abstract class SitePage : ComponentBase
{
    /// <summary>Who reads.</summary>
    [Inject]
    protected Reader Reader { get; set; } = null!;

    /// <summary>The phrase in the reader's language.</summary>
    protected string Say(string english, string chinese) => Reader.Say(english, chinese);

    /// <summary>The phrase in the reader's language.</summary>
    protected string Say(Phrase phrase) => phrase.In(Reader.Language);
}
