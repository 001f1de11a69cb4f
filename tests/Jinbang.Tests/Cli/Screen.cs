using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Tests.Cli;

/// <summary>A terminal without colours that remembers what it shows.</summary>
internal static class Screen
{
    public static string Show(IRenderable page, int width = 150)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        (console.Profile.Width, console.Profile.Capabilities.Unicode) = (width, true);
        console.Write(page);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
