using Jinbang.Cli;
using Snapshooter.Xunit3;
using Spectre.Console;

namespace Jinbang.Tests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void The_help_of_the_program_looks_as_approved(Language language) => Snapshot.Match(Help(language), $"Help.{language}.txt");

    [Theory]
    [InlineData(Language.English, "read")]
    [InlineData(Language.English, "grade")]
    [InlineData(Language.English, "regrade")]
    [InlineData(Language.English, "plan")]
    [InlineData(Language.English, "reprice")]
    [InlineData(Language.English, "badcases")]
    [InlineData(Language.English, "mark")]
    public void The_help_of_a_verb_looks_as_approved(Language language, string verb) =>
        Snapshot.Match(Help(language, verb), $"Help.{verb}.{language}.txt");

    private static string Help(Language language, params string[] verb)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(language, () => AnsiConsole.Console, () => AnsiConsole.Console, new Interruptions());
        Assert.Equal(0, Commands.Root(terminal).Parse([.. verb, "--help"]).Invoke(new() { Output = output }));
        // The test's own program is named in the library's usage line.
        return output.ToString().ReplaceLineEndings("\n").Replace(System.CommandLine.RootCommand.ExecutableName, "jinbang", StringComparison.Ordinal);
    }
}
