using System.Diagnostics;

namespace Jinbang.Cli;

/// <summary>A program that lies beside this one, so that the command line need not load a web server.</summary>
/// <param name="name">The file without its ending.</param>
/// <param name="title">What people call it, such as the simulator.</param>
internal sealed class SisterProgram(string name, Phrase title)
{
    /// <summary>Runs it until it ends, or until the user ends it.</summary>
    /// <param name="words">Its command line.</param>
    /// <param name="language">The language it speaks.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="BadInputException">It is not beside this program.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> words, Language language, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        if (!File.Exists(program))
        {
            throw new BadInputException(new(
                $"{title.English} is not installed: {program} is missing.", $"{title.Chinese}未安装：缺少 {program}。"));
        }

        using var running = Process.Start(new ProcessStartInfo("dotnet", [program, .. words]) { Environment = { [Languages.Variable] = language.Code() } })!;
        try
        {
            await running.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C reaches it by itself; a signal sent to this program alone does not.
            running.Kill();
            return ExitCode.Stopped;
        }

        return running.ExitCode;
    }
}
