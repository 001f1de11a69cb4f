using System.Diagnostics;

namespace Jinbang.Cli;

/// <summary>A program that lies beside this one, so that the command line need not load a web server.</summary>
/// <param name="name">The file without its ending.</param>
/// <param name="title">What people call it, such as the simulator.</param>
internal sealed class SisterProgram(string name, Phrase title)
{
    // By itself glibc gives each of some threads a heap of its own, and what one has freed the others cannot use.
    private const string Heaps = "MALLOC_ARENA_MAX";

    /// <summary>Becomes it; where a process cannot become another, runs it until it ends or the user ends it.</summary>
    /// <param name="words">Its command line.</param>
    /// <param name="language">The language it speaks.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="BadInputException">It, or the runtime, is missing.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> words, Language language, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        if (File.Exists(program) && OperatingSystem.IsWindows())
        {
            return await StartAsync(program, words, language, cancellationToken);
        }

        if (File.Exists(program))
        {
            ProcessImage.Hand(Languages.Variable, language.Code());
            ProcessImage.Hand(Heaps, Environment.GetEnvironmentVariable(Heaps) ?? "2");
            ProcessImage.Become(program, words);
        }

        throw new BadInputException(new(
            $"{title.English} cannot be started: it needs {program} and the .NET runtime with ASP.NET Core.",
            $"无法启动{title.Chinese}：需要 {program} 和带 ASP.NET Core 的 .NET 运行时。"));
    }

    private static async Task<int> StartAsync(string program, IReadOnlyList<string> words, Language language, CancellationToken cancellationToken)
    {
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
