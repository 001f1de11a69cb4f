using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Jinbang.Tests.EndToEnd;
using Npgsql;

namespace Jinbang.Tests.Cluster;

/// <summary>A silo as a program of its own, which can be killed, paused and told to leave.</summary>
internal sealed partial class SiloProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiloProcess(Process process, string name)
    {
        (this.process, Name) = (process, name);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Everything it has said.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Where it says how it is.</summary>
    public Uri Health => new(HealthAddress().Matches(Said)[^1].Value);

    /// <summary>Starts one on this machine.</summary>
    public static SiloProcess Start(string database, string name, params string[] options) => Start(Here, database, name, options);

    /// <summary>A program on this machine, ready to be started.</summary>
    public static ProcessStartInfo Here(string program, params string[] arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

    /// <summary>Starts one where <paramref name="place"/> says.</summary>
    public static SiloProcess Start(Func<string, string[], ProcessStartInfo> place, string database, string name, params string[] options)
    {
        var address = new NpgsqlConnectionStringBuilder(database);
        var password = address.Password;
        address.Remove(nameof(address.Password));
        var start = place("dotnet", [Path.Combine(AppContext.BaseDirectory, "jinbang-cluster.dll"), "start", "--cluster", address.ConnectionString, "--name", name, .. options]);
        (start.Environment["JINBANG_LEDGER_PASSWORD"], start.Environment["JINBANG_LANG"]) = (password, "en");
        return new SiloProcess(Process.Start(start)!, name);
    }

    /// <summary>Waits until it has said something, so many times.</summary>
    public async Task HearAsync(string words, int times, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (said)
            {
                if (said.ToString().Split(words).Length > times)
                {
                    return;
                }

                next = more.Task;
            }

            try
            {
                await next.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"It did not say '{words}' but: {Said}");
            }
        }
    }

    public void Signal(string signal) => Stranger.Signal(process, signal);

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
            more.SetResult();
            more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    [GeneratedRegex("http://[0-9.:]+/")]
    private static partial Regex HealthAddress();
}
