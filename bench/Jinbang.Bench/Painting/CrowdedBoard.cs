using System.Globalization;
using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Bench.Painting;

/// <summary>A workspace of one exam that 400 made-up models sat; two names are as unlike a name as names come.</summary>
internal static class CrowdedBoard
{
    /// <summary>The models of the board.</summary>
    public const int Models = 400;

    /// <summary>The board's address.</summary>
    public const string Path = "/boards/crowded?hide=house&hide=graded&hide=thinks&hide=bestchance&hide=provenrank&hide=p90";

    private const int Questions = 600;

    private static readonly string[] Families = ["Qinglan", "Beiming", "Hetu", "Yanhai", "Fjell", "Cedar", "Halden", "Luoshu", "Marlow", "Tessera"];

    private static readonly string[] Modes = ["", "-Instruct", "-Thinking", "-Preview-2026-09"];

    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var file = System.IO.Path.Combine(folder, "crowded.jsonl");
        Machinery.WriteExam(file, Questions);
        File.WriteAllText(System.IO.Path.Combine(folder, Workspace.FileName), "exams: [crowded.jsonl]\n");
        var exam = ExamReader.ReadForUse(file, null, leaveOutBad: false);
        await using var ledger = SqliteLedger.Open(System.IO.Path.Combine(folder, ".jinbang", "ledger.db"));
        foreach (var number in Enumerable.Range(0, Models))
        {
            var sitting = new Sitting(exam.Id, exam.Language, ModelOf(number), "bench");
            await ledger.BeginAsync(sitting, 1, null, cancellationToken);
            await ledger.WriteAsync([FullWorkspace.Page(exam, sitting, number * 3 / 4)], cancellationToken);
        }
    }

    private static Model ModelOf(int number) => new(NameOf(number), "bench", $"model-{number}")
    {
        House = Families[number % Families.Length],
        Openness = number % 3 == 0 ? Openness.Commercial : Openness.Open,
        Thinking = number / Families.Length % Modes.Length == 2,
        Price = new(0.5m + number % 9, 1 + number % 70, "CNY", new(2026, 9, 1), "made up") { Exchange = new("CNY", 1, new(2026, 9, 1), "itself") },
    };

    private static string NameOf(int number) => number switch
    {
        377 => "an-organisation-with-a-long-name/its-model-with-an-even-longer-name-235B-A22B-Instruct-2507-FP8-dynamic-quantised-by-somebody",
        383 => "<img src=x onerror=alert(1)> \"model\" \u202e gnirts",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Families[number % Families.Length]}-{number / 40 + 1}.{number % 4}-{1 + number * 7 % 236}B{Modes[number / Families.Length % Modes.Length]}"),
    };
}
