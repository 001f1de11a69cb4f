using System.Collections.Concurrent;
using Jinbang.Exams;
using Jinbang.Models.Providers;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Web.Workspaces;

/// <summary>The workspace that is served, with its ledger open.</summary>
public sealed class OpenWorkspace : IAsyncDisposable
{
    // Read again when its file changed; a few at hand, for a workspace's questions take more room than a server should.
    private const int MostExamsAtHand = 16;

    // Together a second.
    private const int Tries = 20;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<ExamEntry, (string Mark, Exam Exam)> atHand = new();
    private readonly Lock turn = new();
    private readonly FollowedWorkspace followed;
    private readonly Lazy<Task> first;
    private readonly bool isPublic;

    // The one that is open, whatever the file says by now.
    private readonly LedgerAddress address;
    private IReadOnlyList<ExamEntry> added = [];
    private volatile IReadOnlyList<ExamEntry> all = [];
    private IDisposable? hold;
    private int holders;
    private bool isAlone;

    /// <summary>Opens the workspace.</summary>
    /// <param name="options">Whose folder it is.</param>
    /// <exception cref="BadInputException">Its file or ledger cannot be used.</exception>
    public OpenWorkspace(SiteOptions options)
    {
        followed = new(options.Folder);
        followed.Open();
        isPublic = options.IsPublic;
        address = Workspace.Ledger;
        Ledger = address.Open();
        first = new(() => Task.Run(Follow));
    }

    /// <summary>What its file says now.</summary>
    public Workspace Workspace => followed.Workspace;

    /// <summary>Why its file or exams are not served as they are now.</summary>
    public IReadOnlyList<Phrase> Problems => followed.Problems;

    /// <summary>Where exams are kept that the site's users uploaded.</summary>
    public string Uploads => FollowedWorkspace.Uploads(Workspace);

    /// <summary>Where endpoints may lead that the site's users name; null for anywhere. This machine's user is the owner, and may have anything asked.</summary>
    public AddressRule? Addresses => isPublic ? Workspace.Addresses : null;

    /// <summary>Its ledger. Only who holds the workspace may write; see <see cref="TryHold"/>.</summary>
    public SqlLedger Ledger { get; }

    /// <summary>Its exams, each in every language it is asked in, and those that were uploaded; another list whenever one of them has changed.
    /// Waits only for the first one.</summary>
    public async Task<IReadOnlyList<ExamEntry>> ExamsAsync()
    {
        await first.Value;
        return all;
    }

    /// <summary>Takes in what has changed in its file and its exams; for one caller at a time, once there is a first list. What was known is served meanwhile.</summary>
    public void Follow()
    {
        var before = followed.Exams;
        followed.Follow();
        if (!ReferenceEquals(before, followed.Exams))
        {
            using var own = turn.EnterScope();
            all = [.. followed.Exams, .. added];
        }
    }

    /// <summary>Adds an exam that somebody uploaded.</summary>
    public void Add(ExamEntry entry) => Change(entry.Name, [entry]);

    /// <summary>Takes an exam that was uploaded off the list.</summary>
    public void Remove(string name) => Change(name, []);

    /// <summary>The entry of an exam by its <see cref="ExamEntry.Name"/>; null when there is none.</summary>
    public async Task<ExamEntry?> FindAsync(string name) => (await ExamsAsync()).FirstOrDefault(entry => entry.Name == name);

    /// <summary>The exam as its file has it now.</summary>
    /// <exception cref="BadInputException">It cannot be used any more.</exception>
    public Exam Read(ExamEntry entry)
    {
        var mark = RestingFile.MarkOf(entry.File);
        if (atHand.TryGetValue(entry, out var known) && known.Mark == mark)
        {
            return known.Exam;
        }

        var exam = ExamReader.ReadForUse(entry.File, entry.Language, leaveOutBad: false, judgeKeyless: entry.IsUpload);
        exam = entry.IsUpload ? exam with { Id = entry.Id, Title = entry.Title } : exam;
        if (atHand.Count >= MostExamsAtHand)
        {
            atHand.Clear();
        }

        atHand[entry] = (mark, exam);
        return exam;
    }

    /// <summary>Keeps other programs from writing the ledger until the result is disposed of; several may hold at once.</summary>
    /// <returns>Null while another program writes, or somebody who must be alone.</returns>
    public IDisposable? TryHold() => Hold(alone: false);

    /// <summary>The same for who must be alone within this program too: everybody else gets nothing meanwhile, so it may be for a moment only.</summary>
    /// <returns>Null while anybody else holds.</returns>
    public IDisposable? TryHoldAlone() => Hold(alone: true);

    /// <summary>The same for who can wait a moment for another to let go.</summary>
    /// <returns>Null when another program goes on writing.</returns>
    public async Task<IDisposable?> HoldAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (TryHold() is { } holding)
            {
                return holding;
            }

            await Task.Delay(Beat, time, cancellationToken);
        }

        return null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Ledger.DisposeAsync();

    private void Change(string name, IReadOnlyList<ExamEntry> entries)
    {
        using var own = turn.EnterScope();
        added = [.. added.Where(known => known.Name != name), .. entries];
        all = [.. followed.Exams, .. added];
    }

    private Holding? Hold(bool alone)
    {
        using var own = turn.EnterScope();
        if (isAlone || (alone && holders > 0) || (holders == 0 && (hold = address.TryHold(TimeSpan.Zero)) is null))
        {
            return null;
        }

        isAlone = alone;
        holders++;
        return new Holding(this);
    }

    private void Release()
    {
        using var own = turn.EnterScope();
        if (--holders == 0)
        {
            hold?.Dispose();
            (hold, isAlone) = (null, false);
        }
    }

    private sealed class Holding(OpenWorkspace open) : IDisposable
    {
        private OpenWorkspace? holder = open;

        public void Dispose() => Interlocked.Exchange(ref holder, null)?.Release();
    }
}
