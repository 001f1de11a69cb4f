using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Jinbang.Cli;

/// <summary>What the program says when asked for help without a verb. Of the program's start a fifth went into
/// compiling the library's own help for the same; verbs are explained by the library.</summary>
/// <param name="terminal">The language spoken.</param>
/// <param name="forVerbs">The library's help.</param>
internal sealed class RootHelp(Terminal terminal, HelpAction forVerbs) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        if (command is not RootCommand)
        {
            return forVerbs.Invoke(parseResult);
        }

        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        Write(output, terminal.Say("Usage:", "用法："), [("jinbang", terminal.Say("VERB [options]", "动词 [选项]"))]);
        Write(output, terminal.Say("Verbs:", "动词："), [.. command.Subcommands.Select(verb => (verb.Name, verb.Description))]);
        Write(output, terminal.Say("Options:", "选项："), [.. command.Options.Select(option => (option.Name, option.Description))]);
        output.WriteLine();
        output.WriteLine(terminal.Say("More on a verb: jinbang VERB --help", "动词的详细说明：jinbang 动词 --help"));
        return ExitCode.Done;
    }

    private static void Write(TextWriter output, string heading, IReadOnlyList<(string Name, string? Text)> lines)
    {
        output.WriteLine();
        output.WriteLine(heading);
        foreach (var (name, text) in lines)
        {
            output.WriteLine($"  {name,-10} {text}");
        }
    }
}
