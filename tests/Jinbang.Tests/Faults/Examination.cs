using System.Text.Json;
using Jinbang.Cli;
using Jinbang.Models;
using Jinbang.Models.Providers;
using Jinbang.Runs;
using Jinbang.Tests.Runs;
using Jinbang.Workspaces;
using Spectre.Console;

namespace Jinbang.Tests.Faults;

/// <summary>One question put to a model behind a faulty server, by everything that <c>jinbang run</c> does.</summary>
internal static class Examination
{
    public const string Key = "sk-Secret-of-the-table-01";

    private static readonly RunSettings Settings = new()
    {
        Concurrency = 1,
        Retries = RetrySettings.Default with { FirstDelay = TimeSpan.FromMilliseconds(1), LongestRefused = TimeSpan.FromSeconds(2) },
    };

    public static async Task<Observation> ObserveAsync(FaultCase fault)
    {
        await using var server = await fault.StartAsync();
        var folder = Samples.TemporaryFolder();
        var workspace = new Workspace { Folder = folder, Run = Settings };
        using var errors = new StringWriter();
        var provider = Provider.At(server.Address) with { Title = "Local", KeyVariable = "LOCAL_KEY" };
        var model = new Model("m", server.Address, "m") { MaxOutputTokens = 1000 };
        using var connection = new ProviderConnection(provider, Key, fault.Limits, TimeProvider.System);
        using var examinee = new ChatExaminee(model, new ProviderChatClient(connection, model), TimeProvider.System)
        {
            Streaming = fault.Streaming,
            Redaction = connection.Redaction,
        };
        using var interruptions = new Interruptions();
        var terminal = new Terminal(Language.English, () => Open(TextWriter.Null), () => Open(errors), interruptions);
        var start = TimeProvider.System.GetTimestamp();
        int code;
        using (var desk = new Desk(workspace, terminal, TimeProvider.System))
        {
            using var roster = new Roster(workspace, terminal.Tell, TimeProvider.System);
            using var session = new ExamSession(
                workspace, [new global::Jinbang.Runs.Examination(Samples.Exam(1), [new Candidate(examinee, new Rate(10, 10, 20))])], roster);
            code = await desk.ExamineAsync(session, new Posting(terminal, folder) { Reading = new BoardReading(workspace, terminal.Language, folder, terminal.Tell) }, false, TestContext.Current.CancellationToken);
        }

        var elapsed = TimeProvider.System.GetElapsedTime(start);
        var (reply, lost) = await KeptAsync(workspace);
        var tries = reply?.Retries + 1 ?? server.Calls();
        return new Observation(tries, elapsed, reply, lost, Counted(Path.Combine(folder, "sample.json")), Complaint(errors, server.Address), code);
    }

    private static IAnsiConsole Open(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 200;
        return console;
    }

    private static async Task<(Reply? Reply, decimal Lost)> KeptAsync(Workspace workspace)
    {
        var token = TestContext.Current.CancellationToken;
        await using var ledger = workspace.Ledger.Open();
        var sitting = Assert.Single(await ledger.SittingsAsync("sample", Language.English, token)).Key;
        var spending = await ledger.UnknownSpendingAsync(sitting, token);
        await foreach (var entry in ledger.ReadAsync(sitting, token))
        {
            return (entry.Reply, spending.Lost);
        }

        return (null, spending.Lost);
    }

    private static string Counted(string board)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(board));
        var row = json.RootElement.GetProperty("rows")[0];
        var coverage = row.GetProperty("coverage");
        string[] ways = ["failed", "cutOff", "refused", "unreadable", "unanswered"];
        return ways.FirstOrDefault(way => coverage.GetProperty(way).GetInt32() > 0)
            ?? (coverage.GetProperty("graded").GetInt32() == 0 ? "" : row.GetProperty("accuracy").GetDouble() == 1 ? "right" : "wrong");
    }

    private static string Complaint(StringWriter errors, string address)
    {
        const string Begin = "Error: m: 0 of 1 graded, ";
        var host = new Uri(address).GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        var line = errors.ToString().Split('\n').FirstOrDefault(line => line.StartsWith(Begin, StringComparison.Ordinal));
        return line?[Begin.Length..].Trim().Replace(host, $"{new Uri(address).Scheme}://HOST", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal) ?? "";
    }
}
