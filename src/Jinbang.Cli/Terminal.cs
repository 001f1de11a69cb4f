using Spectre.Console;

namespace Jinbang.Cli;

/// <summary>Where the program speaks: results to standard output, everything else to standard error.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Language">The language spoken.</param>
internal sealed record Terminal(IAnsiConsole Out, IAnsiConsole Error, Language Language)
{
    /// <summary>Opens the process's own streams.</summary>
    public static Terminal Open(Language language)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        return new Terminal(Open(Console.Out, Console.IsOutputRedirected), Open(Console.Error, Console.IsErrorRedirected), language);
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
