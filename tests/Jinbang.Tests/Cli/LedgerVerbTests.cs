using System.Text.Json;
using Jinbang.Cli;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Cli;

public sealed class LedgerVerbTests(SharedPostgres shared) : IAsyncLifetime
{
    private const string Exam = "exams: [exam.csv]\n";
    private readonly VerbRoom room = new();
    private PostgresDatabase database = null!;
    private string address = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await shared.NewDatabaseAsync(Token);
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        address = $"postgres://{settings.Username}@{settings.Host}:{settings.Port}/{settings.Database}";
        KeepSecret(settings.Password!);
        room.Write("jinbang.yaml", Exam);
        room.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,B\n");
        await room.ImportAsync("exam.csv", "model,question_id,reply\nslow,1,Answer: A\nslow,2,Answer: A\nswift,1,Answer: A\nswift,2,Answer: B\n");
    }

    public ValueTask DisposeAsync()
    {
        room.Dispose();
        return database.DisposeAsync();
    }

    [Fact]
    public async Task A_ledger_moves_to_a_server_and_back_and_boards_stay_the_same_to_the_byte()
    {
        Assert.Equal(ExitCode.Done, (await room.RunAsync("mark", "slow", "2", "--verdict", "right", "--by", "Ann", "--reason", "both")).Code);
        var before = await BoardsAsync(Exam);

        var there = await CopyAsync(room.Ledger, address);
        var atServer = await BoardsAsync($"{Exam}ledger: {address}\n");
        var back = await CopyAsync(address, room.Path("back/ledger.db"));

        Assert.Equal(before, atServer);
        Assert.Equal(before, await BoardsAsync($"{Exam}ledger: back/ledger.db\n"));
        Assert.Equal(there, back);
        Assert.Contains("\"rows\": 4", there, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_write_to_a_server_as_to_a_file()
    {
        room.Write("jinbang.yaml", $"{Exam}ledger: {address}\n");
        var log = room.Write("log.csv", "model,question_id,reply\nslow,1,Answer: A\nslow,2,Answer: A\n");

        Assert.Equal((ExitCode.Done, ""), await SaysAsync("import", log, "--exam", room.Path("exam.csv")));
        Assert.Equal((ExitCode.Done, ""), await SaysAsync("mark", "slow", "2", "--verdict", "right", "--by", "Ann", "--reason", "both"));
        Assert.Equal((ExitCode.Done, ""), await SaysAsync("regrade"));
        Assert.Contains("Ann", (await room.RunAsync("marks")).Output, StringComparison.Ordinal);
        var doctor = await room.RunAsync("doctor", "--json");
        Assert.Equal(ExitCode.Done, doctor.Code);
        Assert.Contains("\"replied\": 2", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("pg_amcheck", (await room.RunAsync("doctor")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await room.RunAsync("doctor", "--mend")).Code);
    }

    [Fact]
    public async Task Both_languages_tell_what_was_copied_and_a_full_target_is_refused()
    {
        var told = await room.RunAsync("ledger", "copy", room.Ledger, address);
        Assert.Contains("attempt: 4 rows", told.Errors + told.Output, StringComparison.Ordinal);

        var refused = await room.RunAsync(Language.Chinese, "ledger", "copy", room.Ledger, address);

        Assert.Equal(ExitCode.BadInput, refused.Code);
        Assert.Contains("不是空的", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_one_on_the_command_line_are_refused_and_never_shown()
    {
        KeepSecret("wr0ng");
        var refused = await room.RunAsync("ledger", "copy", room.Ledger, address);
        Assert.Equal(ExitCode.BadInput, refused.Code);
        Assert.Contains("JINBANG_LEDGER_PASSWORD", refused.Errors, StringComparison.Ordinal);

        var onLine = await room.RunAsync("ledger", "copy", room.Ledger, "postgres://ann:wr0ng@127.0.0.1/x");
        Assert.Equal(ExitCode.BadInput, onLine.Code);
        Assert.DoesNotContain("wr0ng", refused.Errors + onLine.Errors, StringComparison.Ordinal);
    }

    private void KeepSecret(string password)
    {
        File.Delete(room.Path(".env"));
        var file = room.Write(".env", $"JINBANG_LEDGER_PASSWORD={password}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private async Task<string> CopyAsync(string from, string to)
    {
        var (code, output, errors) = await room.RunAsync("ledger", "copy", from, to, "--json");
        Assert.True(code == ExitCode.Done, errors);
        Assert.Equal(10, JsonDocument.Parse(output).RootElement.GetArrayLength());
        return output;
    }

    private async Task<(int Code, string Errors)> SaysAsync(params string[] words)
    {
        var (code, _, errors) = await room.RunAsync(words);
        return (code, code == ExitCode.Done ? "" : errors);
    }

    private async Task<SortedDictionary<string, string>> BoardsAsync(string workspace)
    {
        room.Write("jinbang.yaml", workspace);
        if (Directory.Exists(room.Path("boards")))
        {
            Directory.Delete(room.Path("boards"), recursive: true);
        }

        var (code, _, errors) = await room.RunAsync("board");
        Assert.True(code == ExitCode.Done, errors);
        return new(Directory.GetFiles(room.Path("boards"), "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file))));
    }
}
