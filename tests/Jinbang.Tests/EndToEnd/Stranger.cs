using System.Diagnostics;
using System.Text;
using Jinbang.Exams;
using Jinbang.Simulator;
using Jinbang.Simulator.Answers;
using Jinbang.Tests.House;

namespace Jinbang.Tests.EndToEnd;

/// <summary>Someone in a folder of their own who runs the published program.</summary>
internal sealed class Stranger : IDisposable
{
    private static readonly string Built = Path.Combine(Sources.Root, "out", "jinbang");

    // As the launcher does: machine code where it could be compiled.
    private static readonly string[] Program = File.Exists(Path.Combine(Built, "jinbang-native"))
        ? [Path.Combine(Built, "jinbang-native")]
        : ["dotnet", Path.Combine(Built, "jinbang-cli.dll")];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Folder { get; } = Directory.CreateTempSubdirectory("jinbang-stranger-").FullName;

    /// <summary>What the stranger has set, besides a bare environment.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public static Task<SimulatedProvider> StartSimulatorAsync(SimulatorOptions options) =>
        SimulatedProvider.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);

    public static string Sample(string name) => Path.Combine(Sources.Root, "samples", name);

    public static AnswerSheet SheetOf(params string[] exams) => new(exams.Select(exam => ExamReader.ReadForUse(exam, null, false)));

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public bool Has(string name) => Path.Exists(Path.Combine(Folder, name));

    public Process Start(params string[] arguments)
    {
        Assert.True(File.Exists(Program[^1]), $"{Program[^1]} is missing: run ./jinbang --version once.");
        return Start(Program[0], [.. Program[1..], .. arguments]);
    }

    /// <summary>A board's JSON without the times that no two runs share.</summary>
    public static string Untimed(string json) => string.Join('\n', json.Split('\n')
        .Where(line => !((string[])["\"seconds\"", "\"median\"", "\"p90\"", "\"firstToken\""]).Any(word => line.Contains(word, StringComparison.Ordinal))));

    /// <summary>Starts a line of shell, in which "$0" is the program.</summary>
    public Process Shell(string line) => Start("sh", ["-c", line.Replace("$0", string.Join(' ', Program.Select(word => $"'{word}'")), StringComparison.Ordinal)]);

    private Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsPersonal).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public async Task<Said> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndOf(process);
    }

    public static async Task<Said> EndOf(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(default), process.StandardError.ReadToEndAsync(default));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new Said(process.ExitCode, await output.WaitAsync(patience.Token), await errors.WaitAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            var threads = ThreadsOf(process.Id);
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"It did not end. Its threads:\n{threads}\nIt said:\n{await output}{await errors}");
        }
    }

    /// <summary>The names of a process's threads and what they wait for, as the system has it.</summary>
    private static string ThreadsOf(int process)
    {
        var folder = $"/proc/{process}/task";
        return Directory.Exists(folder)
            ? string.Join('\n', Directory.EnumerateDirectories(folder).Select(thread => string.Join(' ', ((string[])["comm", "wchan", "syscall"])
                .Select(what => Path.Combine(thread, what)).Where(File.Exists).Select(file => File.ReadAllText(file).Trim()))))
            : "none";
    }

    public static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static bool IsPersonal(string name) =>
        name.EndsWith("_API_KEY", StringComparison.Ordinal) || name.StartsWith("JINBANG_", StringComparison.Ordinal)
        || name is "LC_ALL" or "LC_MESSAGES" or "ARK_API_KEY";
}
