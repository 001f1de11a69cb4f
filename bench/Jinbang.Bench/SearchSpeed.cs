using System.Diagnostics;
using System.Globalization;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Search;

namespace Jinbang.Bench;

/// <summary>How long an index of many kept replies takes to make, and how long searches in it take.</summary>
internal static class SearchSpeed
{
    private const int Models = 304;
    private const int Exams = 30;
    private const int Rounds = 50;
    private const int SittingsAtOnce = 20;

    private static readonly string[] Rules = ["answer-cue", "boxed", "lone-letter", "last-line"];

    public static async Task<int> MeasureAsync(int replies, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("jinbang-bench-").FullName;
        var (ledger, index) = (Path.Combine(folder, "ledger.db"), Path.Combine(folder, "search.db"));
        var (text, asked) = (new MadeUpText(1), Math.Max(1, replies / (Models * Exams)));
        var exams = Enumerable.Range(0, Exams).Select(number => ExamOf(number, asked, text)).ToList();
        await FillAsync(ledger, exams, text, cancellationToken);
        await using var opened = SqliteLedger.Open(ledger);
        using var search = new SearchIndex(index, opened);
        var started = TimeProvider.System.GetTimestamp();
        SearchExam[] known = [.. exams.Select(exam => new SearchExam(exam.Id, exam.Language, "1", () => exam))];
        while (await search.StepAsync(known, cancellationToken))
        {
        }

        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{search.Progress!.Done} replies ({new FileInfo(ledger).Length >> 20} MB): made in {seconds:F0} s, {search.Progress.Done / seconds:F0} a second; {new FileInfo(index).Length >> 20} MB; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        Console.WriteLine("| search | found | P50 ms | P99 ms |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (name, query) in Queries())
        {
            await MeasureAsync(search.Search, name, query, cancellationToken);
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task MeasureAsync(CaseSearch search, string name, CaseQuery query, CancellationToken cancellationToken)
    {
        var (times, hits) = (new List<double>(), new CaseHits([], 0));
        for (var round = 0; round < Rounds; round++)
        {
            var began = TimeProvider.System.GetTimestamp();
            hits = await search.FindAsync(query, new(20), cancellationToken);
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {(hits.AreMore ? ">" : "")}{hits.Total} | {times[Rounds / 2]:F1} | {times[^1]:F1} |"));
    }

    private static IEnumerable<(string Name, CaseQuery Query)> Queries()
    {
        var (frequent, middling, rare) = (MadeUpText.Word(0), MadeUpText.Word(4_001), MadeUpText.Word(29_001));
        var narrow = new CaseQuery { Exams = [("exam7", Language.Chinese)], Models = ["model3"], Verdicts = [Verdict.Unreadable] };
        yield return ("bad ones, no word", new() { IsBad = true });
        yield return ("one exam, one model, one verdict, no word", narrow);
        foreach (var (kind, word) in new[] { ("most frequent character", frequent), ("middling word", middling), ("rare word", rare), ("most frequent English word", MadeUpText.Word(3)) })
        {
            yield return ($"{kind}, bad ones", new() { Words = SearchWords.Of(word), IsBad = true });
            yield return ($"{kind}, narrow filter", narrow with { Words = SearchWords.Of(word) });
        }

        yield return ("three frequent characters as they stand, narrow filter", narrow with { Words = SearchWords.Of(frequent + MadeUpText.Word(1) + MadeUpText.Word(2)) });
        yield return ("three frequent characters as they stand", new() { Words = SearchWords.Of(frequent + MadeUpText.Word(1) + MadeUpText.Word(2)) });
        yield return ("beginning con*", new() { Words = SearchWords.Of("con*"), IsBad = true });
        yield return ("beginning the*, narrow filter", narrow with { Words = SearchWords.Of("the*") });
        yield return ("five words", new() { Words = SearchWords.Of(string.Join(' ', Enumerable.Range(0, 5).Select(MadeUpText.Word))), IsBad = true });
    }

    private static Exam ExamOf(int number, int questions, MadeUpText text) => new(
        $"exam{number}", $"Exam {number}", Language.Chinese, CreditRule.Exact,
        [.. Enumerable.Range(0, questions).Select(place => new Question($"q{place}", QuestionKind.Open, text.Next(), [], new TextKey(["a"])) { Stratum = $"part {place % 5}" })]);

    private static async Task FillAsync(string path, IReadOnlyList<Exam> exams, MadeUpText text, CancellationToken cancellationToken)
    {
        await using var ledger = SqliteLedger.Open(path);
        var (random, next) = (new Random(2), 0);
        foreach (var some in exams.SelectMany(_ => Enumerable.Range(0, Models), (exam, model) => (exam, model)).Chunk(SittingsAtOnce))
        {
            var pages = new List<LedgerPage>();
            foreach (var (exam, model) in some)
            {
                var sitting = new Sitting(exam.Id, exam.Language, new Model($"model{model}", "bench", $"model{model}"), "prompt");
                await ledger.BeginAsync(sitting, 1, null, cancellationToken);
                pages.Add(new(sitting.Key) { Entries = [.. exam.Questions.Select(question => Entry(question, text.Next(), next++, random))] });
            }

            await ledger.WriteAsync(pages, cancellationToken);
        }
    }

    private static LedgerEntry Entry(Question question, string text, int number, Random random) => new(
        Fingerprint.Of(number.ToString(CultureInfo.InvariantCulture)), question.Id, 0, DateTimeOffset.UnixEpoch,
        new Reply(Outcome.Replied, text) { Usage = new TokenUsage(100, 200), Elapsed = TimeSpan.FromSeconds(1) },
        new Grade((Verdict)Math.Max(0, random.Next(-8, 5)), 0, new Reading(ReadingKind.Value, "a", Rules[random.Next(Rules.Length)])));
}
