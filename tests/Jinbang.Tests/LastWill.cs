using System.Diagnostics;

namespace Jinbang.Tests;

/// <summary>What is done when a test no longer needs something, or when the tests end, even if they are killed: a shell in a session
/// of its own waits for the end of a pipe that only this process holds open.</summary>
internal sealed class LastWill : IAsyncDisposable
{
    private readonly Process shell;

    /// <param name="script">Lines of shell.</param>
    /// <param name="arguments">Its "$0", "$1" and so on.</param>
    public LastWill(string script, params string[] arguments) => shell = Process.Start(
        new ProcessStartInfo("setsid", ["sh", "-c", $"trap '' HUP INT TERM\nexec >/dev/null 2>&1\ncat\n{script}", .. arguments]) { RedirectStandardInput = true })!;

    /// <summary>Does it now.</summary>
    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }
}
