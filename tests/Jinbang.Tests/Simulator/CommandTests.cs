using System.Diagnostics;

namespace Jinbang.Tests.Simulator;

public sealed class CommandTests
{
    [Fact]
    public async Task It_says_where_it_listens_and_ends_cleanly_when_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var process = Start("--model", "m:0.5");
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"^listening on http://127\.0\.0\.1:\d+/v1$", line!);
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("--port 99999", "65535")]
    [InlineData("--host 0.0.0.0", "--host")]
    [InlineData("--latency soon", "lognormal")]
    [InlineData("--model m:1.5", "0 to 1")]
    [InlineData("--model m --model m", "twice")]
    [InlineData("--faults oops=1", "oops")]
    [InlineData("--faults gone.json", "gone.json")]
    [InlineData("--faults-for nobody=500=1", "sim-strong")]
    [InlineData("--key-variable JINBANG_NO_SUCH_KEY", "JINBANG_NO_SUCH_KEY")]
    public async Task A_wrong_option_is_told_with_exit_code_2(string options, string told)
    {
        using var process = Start(options.Split(' '));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, process.ExitCode);
        Assert.Contains(told, await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Process Start(params string[] options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "jinbang-simulator.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. options]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }
}
