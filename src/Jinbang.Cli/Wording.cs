using System.CommandLine;

namespace Jinbang.Cli;

/// <summary>Parts of the command line, described in the language spoken.</summary>
internal static class Wording
{
    public static Option<T> Option<T>(this Terminal terminal, string name, string english, string chinese) =>
        new(name) { Description = terminal.Say(english, chinese) };

    public static Argument<T> Argument<T>(this Terminal terminal, string name, string english, string chinese) =>
        new(name) { Description = terminal.Say(english, chinese) };

    public static Command Command(this Terminal terminal, string name, string english, string chinese, params IEnumerable<Symbol> parts)
    {
        var command = new Command(name, terminal.Say(english, chinese));
        foreach (var part in parts)
        {
            switch (part)
            {
                case Argument argument:
                    command.Arguments.Add(argument);
                    break;
                case Option option:
                    command.Options.Add(option);
                    break;
                case Command below:
                    command.Subcommands.Add(below);
                    break;
            }
        }

        return command;
    }
}
