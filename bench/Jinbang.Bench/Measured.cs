using System.Diagnostics;

namespace Jinbang.Bench;

/// <summary>What a whole process took, from its start to its end.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of processor time.</param>
/// <param name="PeakMegabytes">Largest resident memory, in MB.</param>
/// <param name="ExitCode">What it told the shell.</param>
internal sealed record Measured(double Wall, double Cpu, double PeakMegabytes, int ExitCode)
{
    /// <summary>Runs a program to its end and watches it; the last look is at most 20 ms before the end.</summary>
    public static async Task<Measured> RunAsync(ProcessStartInfo start, TimeProvider time, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var began = time.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var ended = process.WaitForExitAsync(cancellationToken);
        var (cpu, peak) = (0.0, 0.0);
        while (!ended.IsCompleted)
        {
            try
            {
                process.Refresh();
                // Of a process that has just ended both read 0.
                cpu = Math.Max(cpu, process.TotalProcessorTime.TotalSeconds);
                peak = Math.Max(peak, process.PeakWorkingSet64 / 1e6);
            }
            catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                break;
            }

            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(20), time, cancellationToken));
        }

        await ended;
        var wall = time.GetElapsedTime(began).TotalSeconds;
        if (process.ExitCode != 0)
        {
            Console.Error.WriteLine((await output + await errors)[..Math.Min(2000, (await output + await errors).Length)]);
        }

        return new Measured(wall, cpu, peak, process.ExitCode);
    }
}
