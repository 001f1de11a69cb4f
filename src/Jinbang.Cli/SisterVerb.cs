using System.CommandLine;

namespace Jinbang.Cli;

/// <summary>A verb that is a program of its own, such as <c>jinbang simulate</c> and <c>jinbang serve</c>: all its options go there.</summary>
internal static class SisterVerb
{
    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where the program speaks.</param>
    /// <param name="name">What the verb is called.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="page">The page that tells its options.</param>
    /// <param name="sister">The program.</param>
    public static Command Build(Terminal terminal, string name, Phrase summary, string page, SisterProgram sister)
    {
        var words = terminal.Argument<string[]>("options", $"Options; see {page}.", $"选项，见 {page}。");
        var command = terminal.Command(name, summary.English, summary.Chinese, words);
        // Otherwise the help would be about this verb alone.
        var help = new Option<bool>("--help", "-h", "-?") { Hidden = true };
        command.Options.Add(help);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, token) => sister.RunAsync(
            [.. parsed.GetValue(help) ? ["--help"] : Array.Empty<string>(), .. parsed.GetValue(words) ?? [], .. parsed.UnmatchedTokens], terminal.Language, token));
        return command;
    }
}
