using System.Globalization;
using System.Text.Json;
using Jinbang.Boards;
using Jinbang.Boards.Ranks;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Grading.Sheets;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Bench;

/// <summary>A workspace of the public board family's size, made up: 304 models, 300 exams, 207,843 questions, 63 million
/// attempts. Sheets and sums are written, which boards are made from, and as many replies as are wanted.</summary>
internal static class FullWorkspace
{
    private const int AllQuestions = 207_843;
    private const int AllExams = 300;
    private const int AllModels = 304;
    private const int FreshExams = 70;
    private const int Seed = 63;
    private const int SittingsAtOnce = 20;
    private const string Taxonomy = "taxonomy.yaml";

    /// <param name="share">How much of it, such as 0.1 for a tenth of the exams.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<int> MeasureAsync(double share, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        var (exams, attempts) = await WriteAsync(folder, share, 0, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{AllModels} models, {exams.Count} exams, {attempts} attempts, written in {time.GetElapsedTime(began).TotalSeconds:F0} s"));
        var size = new DirectoryInfo(Path.Combine(folder, ".jinbang")).EnumerateFiles().Sum(file => file.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ledger {size / 1e6:F0} MB, {size / (double)attempts:F2} bytes an attempt"));
        Console.WriteLine("| what | wall s | cpu s | peak MB |");
        Console.WriteLine("| --- | --- | --- | --- |");
        await ShowAsync("one board", folder, ["board", "--exam", exams[0], "--formats", "md,csv,json"], cancellationToken);
        await ShowAsync("all boards", folder, ["board", "--formats", "md,csv,json"], cancellationToken);
        await ShowAsync("all boards and roll-ups", folder, ["board", "--formats", "md,csv,json", "--taxonomy", Taxonomy], cancellationToken);
        // One of the mean size, and one that takes what is left over by the division.
        await ShowOpenAsync(folder, exams[4], time, cancellationToken);
        await ShowOpenAsync(folder, exams[1], time, cancellationToken);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>Writes it.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="share">How much of it.</param>
    /// <param name="replies">How many replies are kept at least, those of the first exams.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The exams' files, and how many attempts there are.</returns>
    public static async Task<(IReadOnlyList<string> Exams, long Attempts)> WriteAsync(string folder, double share, int replies, CancellationToken cancellationToken)
    {
        var exams = WriteExams(folder, (int)(AllExams * share));
        return (exams, await WriteLedgerAsync(folder, exams, replies, cancellationToken));
    }

    /// <summary>Adds exams that nobody was asked, nor anything like them, and a model that answers.</summary>
    /// <param name="folder">The workspace's.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="endpoint">Where it answers.</param>
    /// <param name="concurrency">How many are asked at once.</param>
    /// <returns>The exams' names.</returns>
    public static IReadOnlyList<string> Offer(string folder, string model, string endpoint, int concurrency)
    {
        var (file, fresh) = (Path.Combine(folder, Workspace.FileName), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var names = Enumerable.Range(0, FreshExams).Select(number => FormattableString.Invariant($"fresh-{number:00}-{fresh}")).ToList();
        foreach (var name in names)
        {
            Machinery.WriteExam(Path.Combine(folder, name + ".jsonl"), AllQuestions / AllExams, name);
        }

        var known = Directory.GetFiles(folder, "exam-*.jsonl").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        File.WriteAllText(file, $$"""
            exams: {{JsonSerializer.Serialize(known.Concat(names.Select(name => name + ".jsonl")))}}
            taxonomy: {{Taxonomy}}
            concurrency: {{concurrency}}
            models: [{name: {{model}}, endpoint: "{{endpoint}}", price: {input: 1, output: 1, currency: CNY, date: 2026-01-01} }]

            """);
        return names;
    }

    /// <summary>One board in a program that has the ledger and the exam open.</summary>
    private static async Task ShowOpenAsync(string folder, string path, TimeProvider time, CancellationToken cancellationToken)
    {
        const int Rounds = 301;
        await using var ledger = SqliteLedger.OpenToRead(Path.Combine(folder, ".jinbang", "ledger.db"));
        var exam = ExamReader.ReadForUse(Path.Combine(folder, path), null, leaveOutBad: false);
        var (read, made, ranked) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var began = time.GetTimestamp();
            var reviews = await Standings.ReadAsync(ledger, exam, keep: false, cancellationToken);
            var standings = await Results.AddAsync(ledger, exam, [.. reviews.Select(review => review.After)], keep: false, cancellationToken);
            read.Add(time.GetElapsedTime(began).TotalMilliseconds);
            var board = new Board(exam.Title, Language.English, BoardRows.Of(standings, null));
            made.Add(time.GetElapsedTime(began).TotalMilliseconds);
            BoardRanks.On(board, exam, standings, IntervalKind.Wilson);
            ranked.Add(time.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"once open, a board of {exam.Questions.Count} questions: read in {Machinery.Median(read):F0} ms, rows made in {Machinery.Median(made):F0} ms, ranked in {Machinery.Median(ranked):F0} ms (median of {Rounds})"));
    }

    /// <summary>Each writes to a folder of its own, since files that are there already and the same are not written.</summary>
    private static async Task ShowAsync(string what, string folder, string[] words, CancellationToken cancellationToken)
    {
        var run = await Measured.RunAsync(Machinery.Ours(folder, [.. words, "--output", Path.Combine(folder, what)]), TimeProvider.System, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {run.Wall:F2} | {run.Cpu:F2} | {run.PeakMegabytes:F0} |"));
    }

    private static List<string> WriteExams(string folder, int count)
    {
        var paths = Enumerable.Range(0, count).Select(number => $"exam-{number:000}.jsonl").ToList();
        foreach (var (path, number) in paths.Select((path, number) => (path, number)))
        {
            // 207,843 questions over 300 exams, spread from a third to five thirds of the mean.
            var questions = (int)(AllQuestions / (double)AllExams * (1 + (number % 3 - 1) * 2 / 3.0)) + (number == 1 ? AllQuestions % AllExams : 0);
            Machinery.WriteExam(Path.Combine(folder, path), questions);
        }

        File.WriteAllText(Path.Combine(folder, Taxonomy), TaxonomyOf(paths));
        File.WriteAllText(Path.Combine(folder, Workspace.FileName), $"exams: {JsonSerializer.Serialize(paths)}\ntaxonomy: {Taxonomy}\n");
        return paths;
    }

    /// <summary>Seven domains of six fields, as the public family has them.</summary>
    private static string TaxonomyOf(List<string> exams)
    {
        var fields = exams.Select((exam, number) => (Exam: Path.GetFileNameWithoutExtension(exam), Field: number % 42)).GroupBy(exam => exam.Field).ToList();
        var domains = fields.GroupBy(field => field.Key / 6).Select(domain =>
            $"- id: d{domain.Key}\n  name: {{zh: 领域{domain.Key}, en: Domain {domain.Key}}}\n  parts:\n" + string.Concat(domain.Select(field =>
                $"  - {{id: f{field.Key}, name: {{zh: 类别{field.Key}, en: Field {field.Key}}}, exams: [{string.Join(", ", field.Select(exam => exam.Exam))}]}}\n")));
        return $"id: total\nname: {{zh: 总分, en: Total}}\ndefault-rule: mean\nparts:\n{string.Concat(domains)}";
    }

    private static async Task<long> WriteLedgerAsync(string folder, List<string> exams, int replies, CancellationToken cancellationToken)
    {
        await using var ledger = SqliteLedger.Open(Path.Combine(folder, ".jinbang", "ledger.db"));
        var (attempts, texts) = (0L, new MadeUpText(Seed));
        foreach (var path in exams)
        {
            var exam = ExamReader.ReadForUse(Path.Combine(folder, path), null, leaveOutBad: false);
            var pages = new LedgerPage[AllModels];
            Parallel.For(0, AllModels, model => pages[model] = Page(exam, SittingOf(exam, model), model));
            for (var model = 0; model < AllModels; model++)
            {
                await ledger.BeginAsync(SittingOf(exam, model), 1, null, cancellationToken);
            }

            foreach (var some in pages.Select((page, model) => attempts < replies ? page with { Entries = Entries(exam, model, page.Sheet!.Sheet, texts) } : page).Chunk(SittingsAtOnce))
            {
                await ledger.WriteAsync(some, cancellationToken);
            }

            attempts += (long)AllModels * exam.Questions.Count;
        }

        return attempts;
    }

    private static Sitting SittingOf(Exam exam, int model) => new(exam.Id, exam.Language, ModelOf(model), "bench");

    private static Model ModelOf(int model) => new($"model-{model:000}", "bench", $"model-{model:000}") { House = $"house-{model % 40}" };

    /// <summary>A made-up model's results in an exam, without replies.</summary>
    public static LedgerPage Page(Exam exam, Sitting sitting, int model)
    {
        var (tally, sheet) = (new Tally(), SheetOf(exam, model));
        for (var place = 0; place < exam.Questions.Count; place++)
        {
            tally.Add(new GradedReply(exam.Questions[place], 0, Reply(sheet.Cells[place], ""), GradeOf(sheet.Cells[place])));
        }

        var mark = Paper.Of(exam).Mark(1);
        return new LedgerPage(sitting.Key) { Sums = new SittingSums(mark, tally), Sheet = new SittingSheet(mark, sheet) };
    }

    private static IReadOnlyList<LedgerEntry> Entries(Exam exam, int model, ScoreSheet sheet, MadeUpText texts)
    {
        var cells = sheet.Cells.ToArray();
        return [.. exam.Questions.Select((question, place) => new LedgerEntry(
            Fingerprint.Of($"{exam.Id} {model} {question.Id}"), question.Id, 0, DateTimeOffset.UnixEpoch, Reply(cells[place], texts.Next()), GradeOf(cells[place])))];
    }

    private static ScoreSheet SheetOf(Exam exam, int model) => SheetOf(exam.Questions.Count, model, exam.Id.Aggregate(0, (sum, letter) => sum * 31 + letter));

    private static Grade GradeOf(SheetCell cell) => new(cell.State == SheetState.Right ? Verdict.Right : Verdict.Wrong, (decimal)cell.Points, Read);

    /// <summary>A made-up model's results: abilities spread over four logits, replies over a factor of twenty.</summary>
    public static ScoreSheet SheetOf(int questions, int model, int seed)
    {
        var chance = new Random(Seed + model * 1_000_003 + seed);
        var ability = model / (double)AllModels * 4 - 1.5;
        var sheet = new ScoreSheet(questions, 1);
        for (var place = 0; place < questions; place++)
        {
            var right = chance.NextDouble() < 1 / (1 + Math.Exp(-(ability - (place * 37 % 100 / 25.0 - 2))));
            var (prompt, reply) = (60 + place * 13 % 180, (int)(40 * Math.Exp(3 * chance.NextDouble())));
            sheet.Cells[place] = new SheetCell(right ? SheetState.Right : SheetState.Wrong)
            {
                Points = right ? 1 : 0,
                Letters = 1u << (right ? 0 : 1 + chance.Next(3)),
                Seconds = (float)(0.3 + reply * (0.01 + 0.01 * chance.NextDouble())),
                FirstTokenSeconds = (float)(0.2 + 0.3 * chance.NextDouble()),
                PromptTokens = prompt,
                ReplyTokens = reply,
                Cost = (prompt * 2m + reply * 8m) / 1_000_000,
            };
        }

        return sheet;
    }

    private static Reading Read { get; } = new(ReadingKind.Letter, "A", "bench");

    private static Reply Reply(SheetCell cell, string text) => new(Outcome.Replied, text)
    {
        Elapsed = TimeSpan.FromSeconds(cell.Seconds),
        Usage = new TokenUsage(cell.PromptTokens!.Value, cell.ReplyTokens!.Value),
        Cost = cell.Cost,
    };
}
