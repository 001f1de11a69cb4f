using System.Text;
using Spectre.Console;

namespace Jinbang.Cli;

/// <summary>Where the program speaks: results to standard output, everything else to standard error.</summary>
/// <param name="language">The language spoken.</param>
/// <param name="openOut">Opens standard output.</param>
/// <param name="openError">Opens standard error.</param>
/// <param name="interruptions">Ctrl-C.</param>
internal sealed class Terminal(Language language, Func<IAnsiConsole> openOut, Func<IAnsiConsole> openError, Interruptions interruptions)
{
    // Finding out what a terminal can do takes longer than showing help, so it waits until something is shown.
    private readonly Lazy<IAnsiConsole> standardOut = new(openOut);
    private readonly Lazy<IAnsiConsole> standardError = new(openError);

    /// <summary>The language spoken.</summary>
    public Language Language { get; } = language;

    /// <summary>The folder worked in; empty for the process's own.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Ctrl-C.</summary>
    public Interruptions Interruptions { get; } = interruptions;

    /// <summary>Standard output.</summary>
    public IAnsiConsole Out => standardOut.Value;

    /// <summary>Standard error.</summary>
    public IAnsiConsole Error => standardError.Value;

    /// <summary>The process's own streams.</summary>
    public static Terminal OfProcess(Language language, Interruptions interruptions)
    {
        Console.OutputEncoding = Encoding.UTF8;
        return new Terminal(
            language,
            () => Open(Console.Out, Console.IsOutputRedirected),
            () => Open(Console.Error, Console.IsErrorRedirected),
            interruptions);
    }

    /// <summary>The phrase in the language spoken.</summary>
    public string Say(string english, string chinese) => new Phrase(english, chinese).In(Language);

    /// <summary>Tells the user something on standard error.</summary>
    public void Tell(Phrase what) => WriteUnfolded(what.In(Language));

    /// <summary>Tells the user what is wrong, on standard error.</summary>
    public void Complain(Phrase what)
    {
        Error.Markup($"[red]{Say("Error: ", "错误：")}[/]");
        WriteUnfolded(what.In(Language));
    }

    /// <summary>Leaves folding to the terminal, so that a path can be copied whole. Text from elsewhere may hold escape
    /// sequences, which would give orders to the terminal.</summary>
    private void WriteUnfolded(string text) =>
        Error.Profile.Out.Writer.WriteLine(string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')));

    private static IAnsiConsole Open(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (isRedirected)
        {
            // A pipe has no width of its own; a table must not be folded in it.
            console.Profile.Width = 200;
        }

        return console;
    }
}
