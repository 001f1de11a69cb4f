using System.Collections.Concurrent;
using Jinbang.Exams;
using Jinbang.Models.Providers;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Workspaces;

namespace Jinbang.Web.Workspaces;

/// <summary>The workspace that is served, with its ledger open.</summary>
public sealed class OpenWorkspace : IAsyncDisposable
{
    // Read again when its file changed; a few at hand, for a workspace's questions take more room than a server should.
    private const int MostExamsAtHand = 16;

    private readonly ConcurrentDictionary<ExamEntry, (DateTime Changed, Exam Exam)> atHand = new();
    private readonly Lock turn = new();
    private readonly Lazy<Task<IReadOnlyList<ExamEntry>>> exams;
    private volatile IReadOnlyList<ExamEntry> added = [];
    private FileStream? hold;
    private int holders;

    /// <summary>Opens the workspace.</summary>
    /// <param name="options">Whose folder it is.</param>
    /// <exception cref="BadInputException">Its file or ledger cannot be used.</exception>
    public OpenWorkspace(SiteOptions options)
    {
        Workspace = WorkspaceFile.Read(options.Folder);
        // This machine's user is the owner, and may have anything asked.
        Addresses = options.IsPublic ? Workspace.Addresses : null;
        Ledger = SqliteLedger.Open(Workspace.Ledger);
        exams = new(() => Task.Run(List));
    }

    /// <summary>What its file says.</summary>
    public Workspace Workspace { get; }

    /// <summary>Where exams are kept that the site's users uploaded.</summary>
    public string Uploads => Path.Combine(Workspace.Folder, ".jinbang", "uploads");

    /// <summary>Where endpoints may lead that the site's users name; null for anywhere.</summary>
    public AddressRule? Addresses { get; }

    /// <summary>Its ledger. Only who holds the workspace may write; see <see cref="TryHold"/>.</summary>
    public Ledger Ledger { get; }

    /// <summary>Its exams, each in every language it is asked in, and those that were uploaded.</summary>
    /// <exception cref="BadInputException">One cannot be used.</exception>
    public async Task<IReadOnlyList<ExamEntry>> ExamsAsync() => added is [] ? await exams.Value : [.. await exams.Value, .. added];

    /// <summary>Adds an exam that somebody uploaded.</summary>
    public void Add(ExamEntry entry)
    {
        using var own = turn.EnterScope();
        added = [.. added.Where(known => known.Name != entry.Name), entry];
    }

    /// <summary>Takes an exam that was uploaded off the list.</summary>
    public void Remove(string name)
    {
        using var own = turn.EnterScope();
        added = [.. added.Where(known => known.Name != name)];
    }

    /// <summary>The entry of an exam by its <see cref="ExamEntry.Name"/>; null when there is none.</summary>
    /// <exception cref="BadInputException">An exam of the workspace cannot be used.</exception>
    public async Task<ExamEntry?> FindAsync(string name) => (await ExamsAsync()).FirstOrDefault(entry => entry.Name == name);

    /// <summary>The exam as its file has it now.</summary>
    /// <exception cref="BadInputException">It cannot be used any more.</exception>
    public Exam Read(ExamEntry entry)
    {
        var changed = File.GetLastWriteTimeUtc(entry.File);
        if (atHand.TryGetValue(entry, out var known) && known.Changed == changed)
        {
            return known.Exam;
        }

        var exam = ExamReader.ReadForUse(entry.File, entry.Language, leaveOutBad: false, judgeKeyless: entry.IsUpload);
        exam = entry.IsUpload ? exam with { Id = entry.Id, Title = entry.Title } : exam;
        if (atHand.Count >= MostExamsAtHand)
        {
            atHand.Clear();
        }

        atHand[entry] = (changed, exam);
        return exam;
    }

    /// <summary>Keeps other programs from writing the ledger until the result is disposed of; several may hold at once.</summary>
    /// <returns>Null while another program writes.</returns>
    public IDisposable? TryHold()
    {
        using var own = turn.EnterScope();
        if (holders == 0 && (hold = LedgerLock.TryTake(Workspace.Ledger)) is null)
        {
            return null;
        }

        holders++;
        return new Holding(this);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Ledger.DisposeAsync();

    private IReadOnlyList<ExamEntry> List()
    {
        var shelf = new ExamShelf(Workspace);
        return [.. InParallel.Select(shelf.Files, file => Entries(file)).SelectMany(entries => entries)];
    }

    private IEnumerable<ExamEntry> Entries(string file)
    {
        var first = ExamReader.ReadForUse(file, Workspace.Language, leaveOutBad: false);
        return Workspace.Language is not null || first.Languages.Count == 1
            ? [Entry(first, file)]
            : first.Languages.Select(spoken => Entry(spoken == first.Language ? first : ExamReader.ReadForUse(file, spoken, leaveOutBad: false), file));
    }

    // What somebody uploads is nobody else's, whatever it is called.
    private ExamEntry Entry(Exam exam, string file) => ExamEntry.Of(exam, file) with
    {
        IsPrivate = Workspace.IsPrivate(exam.Id) || Path.GetFullPath(file).StartsWith(Path.GetFullPath(Uploads) + Path.DirectorySeparatorChar, StringComparison.Ordinal),
    };

    private void Release()
    {
        using var own = turn.EnterScope();
        if (--holders == 0)
        {
            hold?.Dispose();
            hold = null;
        }
    }

    private sealed class Holding(OpenWorkspace open) : IDisposable
    {
        private OpenWorkspace? holder = open;

        public void Dispose() => Interlocked.Exchange(ref holder, null)?.Release();
    }
}
