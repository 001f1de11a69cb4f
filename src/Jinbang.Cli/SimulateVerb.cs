using System.CommandLine;
using System.Diagnostics;

namespace Jinbang.Cli;

/// <summary><c>jinbang simulate</c>: hands over to the simulator, which is a program of its own.</summary>
internal static class SimulateVerb
{
    public static Command Build(Terminal terminal)
    {
        var words = terminal.Argument<string[]>(
            "options", "Options of the simulator; see docs/simulator.md.", "模拟器的选项，见 docs/simulator.md。");
        var command = terminal.Command(
            "simulate",
            "Start a stand-in for providers on this machine, each in its own dialect, for demos and tests.",
            "在本机启动模拟服务商（各家接口），用于演示和测试。",
            words);
        // Otherwise the help would be about this verb alone.
        var help = new Option<bool>("--help", "-h", "-?") { Hidden = true };
        command.Options.Add(help);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, token) => RunAsync(
            [.. parsed.GetValue(help) ? ["--help"] : Array.Empty<string>(), .. parsed.GetValue(words) ?? [], .. parsed.UnmatchedTokens], token));
        return command;
    }

    /// <exception cref="BadInputException">The simulator is not beside this program.</exception>
    private static async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "jinbang-simulator.dll");
        if (!File.Exists(program))
        {
            throw new BadInputException(new(
                $"The simulator is not installed: {program} is missing.", $"模拟器未安装：缺少 {program}。"));
        }

        using var simulator = Process.Start(new ProcessStartInfo("dotnet", [program, .. words]))!;
        try
        {
            await simulator.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C reaches the simulator by itself; a signal sent to this program alone does not.
            simulator.Kill();
            return ExitCode.Stopped;
        }

        return simulator.ExitCode;
    }
}
