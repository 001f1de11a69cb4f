using System.Diagnostics;

namespace Jinbang.Tests;

/// <summary>A program of the machine that a test needs done.</summary>
internal static class Command
{
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)}\n{await output}{await errors}");
        }
    }
}
