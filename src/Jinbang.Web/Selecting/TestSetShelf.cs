using System.Collections.Concurrent;
using System.Text.Json;
using Jinbang.Boards;
using Jinbang.Exams;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Selecting;

/// <summary>The test sets that were uploaded, a folder each under <c>.jinbang/uploads</c>; those that can be asked are exams of the workspace.</summary>
/// <param name="open">The workspace.</param>
/// <param name="time">The clock.</param>
internal sealed class TestSetShelf(OpenWorkspace open, TimeProvider time) : IHostedService
{
    private const int MostSets = 500;
    private const int MostProblems = 500;
    private const int MostTitle = 80;
    private const string Facts = "test-set.json";
    private static readonly string[] Endings = [".xlsx", ".csv", ".jsonl", ".json", ".yaml", ".yml"];
    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private readonly ConcurrentDictionary<string, TestSet> sets = new();

    /// <summary>All of them, the newest first.</summary>
    public IReadOnlyList<TestSet> All => [.. sets.Values.OrderByDescending(set => set.At)];

    /// <summary>A test set by its id; null when there is none.</summary>
    public TestSet? Find(string id) => sets.GetValueOrDefault(id);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var facts in Directory.Exists(open.Uploads) ? Directory.GetFiles(open.Uploads, Facts, SearchOption.AllDirectories) : [])
        {
            try
            {
                var set = JsonSerializer.Deserialize<TestSet>(File.ReadAllBytes(facts), Form);
                if (set is { Id: not null, File: not null, Problems: not null } && set.Id == Path.GetFileName(Path.GetDirectoryName(facts)))
                {
                    Take(set);
                }
            }
            catch (Exception fault) when (fault is JsonException or IOException)
            {
                // What is damaged is not on the list; the file lies there for its owner.
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes a file, with everything that is wrong with it; one that is out of bounds or no exam at all is told of and not kept.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What the visitor's machine calls it: of that only the ending is used, and the title shown.</param>
    /// <param name="by">Who uploads it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<TestSet> AddAsync(Stream stream, string name, string by, CancellationToken cancellationToken)
    {
        var ending = Endings.FirstOrDefault(known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase));
        var id = $"set-{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(5))}";
        var set = new TestSet(id, Title(name), by, time.GetUtcNow(), "test-set" + ending);
        try
        {
            RefuseUnlike(ending);
            var bytes = await UploadBounds.ReadAsync(stream, cancellationToken);
            UploadBounds.Check(bytes);
            WholeFile.Write(FileOf(set), bytes);
            set = await Task.Run(() => Read(set), cancellationToken);
            WholeFile.Write(Path.Combine(FolderOf(set), Facts), JsonSerializer.SerializeToUtf8Bytes(set, Form));
        }
        catch (BadInputException fault)
        {
            Discard(set);
            set = set with { Problems = [new(0, null, true, fault.Problem)] };
        }

        Take(set);
        return set;
    }

    /// <summary>Deletes a test set; replies to it stay in the ledger.</summary>
    public void Remove(TestSet set)
    {
        sets.TryRemove(set.Id, out _);
        open.Remove(set.Id);
        Discard(set);
    }

    private void RefuseUnlike(string? ending)
    {
        if (ending is null)
        {
            throw new BadInputException(new(
                "Give a file that ends in .xlsx, .csv, .jsonl, .json or .yaml.", "请上传以 .xlsx、.csv、.jsonl、.json 或 .yaml 结尾的文件。"));
        }

        if (sets.Count >= MostSets)
        {
            throw new BadInputException(new("Too many test sets are kept: delete old ones first.", "保存的测试集过多：请先删除旧的。"));
        }
    }

    private void Discard(TestSet set)
    {
        if (Directory.Exists(FolderOf(set)))
        {
            Directory.Delete(FolderOf(set), recursive: true);
        }
    }

    private TestSet Read(TestSet set)
    {
        var file = FileOf(set);
        try
        {
            var reading = ExamReader.Read(file, null, judgeKeyless: true, UploadBounds.Exam);
            var questions = reading.Exam?.Questions ?? [];
            return set with
            {
                Language = reading.Exam?.Language ?? Language.English,
                Questions = questions.Count,
                Judged = questions.Count(question => question.Kind is QuestionKind.Open),
                Problems = [.. reading.Problems.Select(problem => new TestSetProblem(problem.Place.Line, problem.Question, problem.Severity is Severity.Error, Tidy(problem.What)))
                    .OrderByDescending(problem => problem.IsError).ThenBy(problem => problem.Question is not null).Take(MostProblems).OrderBy(problem => problem.Row)],
            };
        }
        catch (BadInputException fault)
        {
            throw new BadInputException(Tidy(fault.Problem), fault);
        }

        // Nobody need know where the server keeps its files.
        Phrase Tidy(Phrase said) => new(
            said.English.Replace(file, set.Title, StringComparison.Ordinal), said.Chinese.Replace(file, set.Title, StringComparison.Ordinal));
    }

    private void Take(TestSet set)
    {
        sets[set.Id] = set;
        if (set.IsUsable)
        {
            open.Add(new(set.Id, set.Title, set.Language, IsFirstLanguage: true, set.Questions, FileOf(set)) { IsPrivate = true, IsUpload = true });
        }
    }

    private string FolderOf(TestSet set) => Path.Combine(open.Uploads, set.Id);

    private string FileOf(TestSet set) => Path.Combine(FolderOf(set), set.File);

    private static string Title(string name)
    {
        var title = string.Concat(Path.GetFileNameWithoutExtension(name.Split('/', '\\')[^1]).Where(letter => !char.IsControl(letter))).Trim();
        return title.Length == 0 ? "test set" : title[..Math.Min(MostTitle, title.Length)];
    }
}
