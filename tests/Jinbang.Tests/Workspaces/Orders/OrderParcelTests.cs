using System.IO.Compression;
using Jinbang.Runs;
using Jinbang.Workspaces;
using Jinbang.Workspaces.Orders;

namespace Jinbang.Tests.Workspaces.Orders;

/// <summary>An order reaches a machine that has none of its files, and is understood there as it was meant.</summary>
public sealed class OrderParcelTests : IDisposable
{
    private const string Exam = """
        exam: colours
        questions:
          - {id: q1, kind: single, stem: Which colour is the sky?, options: {A: red, B: blue}, key: B}
          - {id: q2, kind: single, stem: Which colour is grass?, options: {A: green, B: blue}, key: A}
        """;

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("jinbang-home-");
    private readonly DirectoryInfo away = Directory.CreateTempSubdirectory("jinbang-away-");

    [Fact]
    public async Task What_was_unpacked_prepares_the_very_same_sittings()
    {
        Write("jinbang.yaml", """
            exams: [a/colours.yaml, b/colours.yaml]
            prompts: wording
            budget: 7.5
            repeats: 3
            limits: {"http://127.0.0.1:9/v1": {rpm: 60}}
            models:
              - {name: one, endpoint: "http://127.0.0.1:9/v1", temperature: 0.25, price: {input: 2, output: 8, currency: CNY, date: 2026-11-01}, budget: 3}
              - random-baseline
            judges:
              - {name: judge, endpoint: "http://127.0.0.1:9/v1"}
            """);
        Write("a/colours.yaml", Exam);
        Write("b/colours.yaml", Exam.Replace("exam: colours", "exam: colours-again", StringComparison.Ordinal));
        Write("wording/single-choice.en.txt", "Answer with a letter.\n{{stem}}\n{{options}}\n");
        using var session = await OpenAsync(WorkspaceFile.Read(home.FullName));
        var meant = session.Sittings();

        var unpacked = OrderParcel.Unpack(OrderParcel.Pack(session.Order!), away.FullName, secrets: null);
        home.Delete(recursive: true);
        using var elsewhere = await unpacked.OpenAsync(new Roster(unpacked.Workspace, _ => { }, TimeProvider.System), TestContext.Current.CancellationToken);

        Assert.Equal(meant.Order(), elsewhere.Sittings().Order());
        Assert.Equal(4, meant.Count);
        Assert.Equal(["colours", "colours-again"], elsewhere.Examinations.Select(sat => sat.Exam.Id));
        var (run, limits) = (elsewhere.Workspace.Run, elsewhere.Workspace.Limits);
        Assert.Equal((7.5m, 3, 3m), (run.Budget, run.Repeats, run.ModelBudgets["one"]));
        Assert.Equal("judge", run.Judges.Single().Examinee.Model.Name);
        Assert.Equal(60, limits["HTTP://127.0.0.1:9/v1"].RequestsPerMinute);
        Assert.Equal((2m, 8m), (elsewhere.Examinations[0].Candidates[0].Rate!.Input, elsewhere.Examinations[0].Candidates[0].Rate!.Output));
    }

    [Fact]
    public async Task A_parcel_has_the_host_that_was_chosen_by_the_keys_here_and_no_key()
    {
        const string Key = "sk-a-key-that-nobody-has";
        Write("jinbang.yaml", "exams: [colours.yaml]\nmodels: [deepseek-chat]\nsecrets: keys.env\n");
        Write("keys.env", $"DEEPSEEK_API_KEY={Key}\n");
        Write("colours.yaml", Exam);
        using var session = await OpenAsync(WorkspaceFile.Read(home.FullName));

        var parcel = OrderParcel.Pack(session.Order!);
        OrderParcel.Unpack(parcel, away.FullName, secrets: null);

        Assert.Equal(session.Examinations[0].Candidates[0].Examinee.Model.Provider, session.Order!.Models[0].Provider);
        var texts = Directory.EnumerateFiles(away.FullName, "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Assert.Equal(2, texts.Count);
        Assert.DoesNotContain(texts, text => text.Contains(Key, StringComparison.Ordinal) || text.Contains("keys.env", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_is_a_file_of_this_machine_is_refused_by_name()
    {
        var order = new SessionOrder(new Workspace { Folder = home.FullName }, [new WorkspaceModel("gguf:tiny.gguf")], []);

        var fault = Assert.Throws<BadInputException>(() => OrderParcel.Pack(order));

        Assert.Contains("gguf:tiny.gguf", fault.Problem.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"models":null}""")]
    [InlineData("""{"something":"of a later version"}""")]
    public void What_is_no_parcel_is_refused_with_words(string? sheet)
    {
        var fault = Assert.Throws<BadInputException>(() => OrderParcel.Unpack(sheet is null ? [1, 2, 3] : Zip("order.json", sheet), away.FullName, secrets: null));

        Assert.Contains("Place it again", fault.Problem.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parcel_writes_nowhere_but_in_its_folder()
    {
        var outside = Path.Combine(away.Parent!.FullName, $"jinbang-escaped-{Guid.NewGuid():N}");

        Assert.ThrowsAny<Exception>(() => OrderParcel.Unpack(Zip("../" + Path.GetFileName(outside), "here"), away.FullName, secrets: null));

        Assert.False(File.Exists(outside));
    }

    public void Dispose()
    {
        foreach (var folder in new[] { home, away }.Where(folder => Directory.Exists(folder.FullName)))
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ExamSession> OpenAsync(Workspace workspace) =>
        await new SessionOrder(workspace, workspace.Models, new ExamShelf(workspace).Files) { Judges = workspace.Judges }
            .OpenAsync(new Roster(workspace, _ => { }, TimeProvider.System), TestContext.Current.CancellationToken);

    private static byte[] Zip(string name, string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = new StreamWriter(zip.CreateEntry(name).Open());
            entry.Write(text);
        }

        return packed.ToArray();
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(home.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (path.EndsWith(".env", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
