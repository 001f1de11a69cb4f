using System.CommandLine;

namespace Jinbang.Cluster;

/// <summary>Speaks to whoever started the program: results to standard output, everything else to standard error.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
internal sealed class Speaker(TextWriter output, TextWriter error)
{
    /// <summary>Standard output.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>The language spoken.</summary>
    public Language Language { get; private set; } = Languages.Spoken(Environment.GetEnvironmentVariable);

    /// <summary>Speaks as <c>--lang</c> says, if it does.</summary>
    public void Follow(ParseResult words) => Language = words.GetValue<string>("--lang") is { } code ? Languages.Parse(code) ?? Language : Language;

    /// <summary>The phrase in the language spoken.</summary>
    public string Say(string english, string chinese) => new Phrase(english, chinese).In(Language);

    /// <summary>Tells a result.</summary>
    public void Tell(Phrase what) => Output.WriteLine(what.In(Language));

    /// <summary>Tells what is wrong.</summary>
    public void Complain(Phrase what) => Error.WriteLine(what.In(Language));

    /// <summary>Makes an option.</summary>
    public Option<T> Option<T>(string name, string english, string chinese) => new(name) { Description = Say(english, chinese) };
}
