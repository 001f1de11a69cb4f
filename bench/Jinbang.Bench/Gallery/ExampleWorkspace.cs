using Jinbang.Exams;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Workspaces;

namespace Jinbang.Bench.Gallery;

/// <summary>A workspace as one that people use may look: five exams of two domains in Chinese and English, 25 models, kept replies.</summary>
internal static class ExampleWorkspace
{
    /// <summary>The exams, by their names.</summary>
    public static IReadOnlyList<string> Exams => ["medical-imaging", "medication-safety", "word-problems", "general-science", "english-usage"];

    /// <summary>The models.</summary>
    public static IReadOnlyList<Examinee> Models => Examinee.Read(Given("examinees.csv"));

    /// <summary>A file that comes with the gallery.</summary>
    public static string Given(string name) => Path.Combine(AppContext.BaseDirectory, "Gallery", "Workspace", name);

    /// <summary>Writes the exams, so that a simulator knows them.</summary>
    public static void WriteExams(string folder)
    {
        var samples = Path.Combine(Machinery.FindRoot(), "samples");
        foreach (var given in new[] { Given("medication-safety.yaml"), Given("english-usage.yaml"), Given("explanations.yaml"), Given("taxonomy.yaml"), Path.Combine(samples, "general-science.yaml"), Path.Combine(samples, "medical-imaging.yaml") })
        {
            File.Copy(given, Path.Combine(folder, Path.GetFileName(given)), overwrite: true);
        }

        File.WriteAllText(Path.Combine(folder, "word-problems.yaml"), WordProblems.Write());
    }

    /// <summary>Writes the rest.</summary>
    /// <param name="folder">Where the exams are.</param>
    /// <param name="endpoint">Where models are asked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task WriteAsync(string folder, string endpoint, CancellationToken cancellationToken)
    {
        File.WriteAllText(Path.Combine(folder, "catalogue.yaml"), $$"""
            providers:
              - { name: {{Examinee.Provider}}, title: Simulator, endpoint: "{{endpoint}}", thinking: { on: '{}', off: '{}' } }
            models:

            """ + string.Concat(Models.Select(model => model.Entry)));
        File.WriteAllText(Path.Combine(folder, Workspace.FileName), $"""
            exams: [{string.Join(", ", Exams.Select(exam => exam + ".yaml"))}]
            taxonomy: taxonomy.yaml
            catalogue: catalogue.yaml
            concurrency: 4
            models: [{string.Join(", ", Models.Select(model => model.Name))}]

            """);
        await WriteLedgerAsync(folder, cancellationToken);
    }

    private static async Task WriteLedgerAsync(string folder, CancellationToken cancellationToken)
    {
        using var roster = new Roster(WorkspaceFile.Read(folder), _ => { }, TimeProvider.System);
        await using var ledger = SqliteLedger.Open(Path.Combine(folder, ".jinbang", "ledger.db"));
        foreach (var name in Exams)
        {
            var exam = ExamReader.ReadForUse(Path.Combine(folder, name + ".yaml"), null, leaveOutBad: false);
            var replies = new PlausibleReplies(exam);
            // Not every model sat every exam.
            var sat = Models.Where((_, at) => name != "english-usage" || at % 6 != 5).SelectMany(replies.Of);
            await Import.RecordAsync(exam, [.. sat], "example", roster.Describe, ledger, null, TimeProvider.System, cancellationToken);
        }
    }
}
