using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Jinbang.Bench;

/// <summary>What whole-process benchmarks have in common: a made-up exam, the simulator, and the published program.</summary>
internal static class Machinery
{
    /// <summary>The bare loop as a process of its own.</summary>
    public static ProcessStartInfo Bare(string endpoint, string exam, int concurrency, bool stream)
    {
        string[] words = ["bare-loop", endpoint, exam, concurrency.ToString(CultureInfo.InvariantCulture), stream ? "stream" : "whole"];
        return new ProcessStartInfo(Environment.ProcessPath!,
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(Machinery).Assembly.Location, .. words] : words);
    }

    /// <summary>The program in a folder of its own.</summary>
    public static ProcessStartInfo Ours(string folder, params string[] words) =>
        new(Program[0], [.. Program[1..], .. words])
        {
            WorkingDirectory = Directory.CreateDirectory(folder).FullName,
        };

    /// <summary>A silo, or what else is said to a cluster.</summary>
    public static ProcessStartInfo Silo(params string[] words) => new("dotnet", [Built("jinbang-cluster.dll"), .. words]);

    /// <summary>The site over a folder, at a free port.</summary>
    public static ProcessStartInfo Serving(string folder, params string[] words) => new(Program[0], [.. Program[1..], "serve", "--port", "0", "--lang", "en", .. words])
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    };

    // As the launcher does: machine code where it could be compiled.
    private static string[] Program { get; } = File.Exists(Built("jinbang-native")) ? [Built("jinbang-native")] : ["dotnet", Built("jinbang-cli.dll")];

    /// <summary>Starts the simulator and waits until it listens.</summary>
    public static async Task<(Process Server, string Endpoint)> SimulateAsync(string[] words, CancellationToken cancellationToken)
    {
        var server = Process.Start(new ProcessStartInfo("dotnet", [Built("jinbang-simulator.dll"), .. words])
        {
            RedirectStandardOutput = true,
        })!;
        return (server, (await server.StandardOutput.ReadLineAsync(cancellationToken))!["listening on ".Length..]);
    }

    /// <summary>Writes an exam of four-option questions, in ten parts.</summary>
    /// <param name="file">Where.</param>
    /// <param name="questions">How many.</param>
    /// <param name="topic">What its questions begin with, so that no other exam asks the same.</param>
    public static void WriteExam(string file, int questions, string topic = "Question") => File.WriteAllLines(file, Enumerable.Range(0, questions).Select(number => JsonSerializer.Serialize(new
    {
        id = $"q{number}",
        question = $"{topic} {number}: which of these numbers is {number} plus {number % 7}? Think of the sum and pick its option.",
        options = new Dictionary<string, string>
        {
            ["A"] = $"{number + (number % 7)}",
            ["B"] = $"{number + 11}",
            ["C"] = $"{number + 12}",
            ["D"] = $"{number + 13}",
        },
        answer = "A",
        stratum = $"part {number % 10}",
    })));

    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Built(string file) => Path.Combine(FindRoot(), "out", "jinbang", file);

    public static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jinbang.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmark runs outside the repository.");
        }

        return folder.FullName;
    }
}
