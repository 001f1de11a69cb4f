using Jinbang.Cli;
using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Logs;
using Microsoft.Data.Sqlite;
using Spectre.Console;

namespace Jinbang.Tests.Cli;

/// <summary>A folder of its own with exams and a real ledger, in which verbs are called in this process.</summary>
internal sealed class VerbRoom : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("jinbang-verb-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Ledger => Path(".jinbang/ledger.db");

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>Writes a file that nobody else may read.</summary>
    public void WriteSecret(string name, string text)
    {
        Write(name, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>Takes replies to an exam into the ledger.</summary>
    /// <param name="exam">The exam's file.</param>
    /// <param name="log">CSV with the columns of a log.</param>
    public async Task ImportAsync(string exam, string log)
    {
        var path = Write($"log-{Guid.NewGuid():N}.csv", log);
        await using var ledger = SqliteLedger.Open(Ledger);
        await Import.RecordAsync(
            ExamReader.ReadForUse(Path(exam), null, false), [.. ReplyLog.Read(path, null)], "log", name => new Model(name, "test", name),
            ledger, null, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the ledger's database itself, or changes it behind every program's back.</summary>
    public object? Ask(string sql)
    {
        using var ledger = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Ledger, Pooling = false }.ToString());
        ledger.Open();
        using var command = ledger.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Calls a verb.</summary>
    /// <returns>The exit code, what stood on standard output, and on standard error.</returns>
    public Task<(int Code, string Output, string Errors)> RunAsync(params string[] words) => RunAsync(Language.English, words);

    /// <summary>Calls a verb that speaks a language.</summary>
    public async Task<(int Code, string Output, string Errors)> RunAsync(Language language, params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(language, () => Console(output), () => Console(errors), new Interruptions()) { Folder = Folder };
        try
        {
            var parsed = Commands.Root(terminal).Parse(words);
            var code = await parsed.InvokeAsync(
                new() { Output = errors, Error = errors, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
            return (parsed.Errors.Count > 0 ? ExitCode.BadInput : code, output.ToString(), errors.ToString());
        }
        catch (BadInputException fault)
        {
            return (ExitCode.BadInput, output.ToString(), errors + fault.Problem.In(language));
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        (console.Profile.Width, console.Profile.Capabilities.Unicode) = (250, true);
        return console;
    }
}
