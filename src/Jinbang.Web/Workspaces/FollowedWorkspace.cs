using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Web.Workspaces;

/// <summary>The workspace's file and the exams that it names, as they are now: what has changed is read anew, and nothing else. What cannot be
/// used stays as it was, and is told of.</summary>
/// <param name="folder">The workspace's folder.</param>
internal sealed class FollowedWorkspace(string folder)
{
    private readonly RestingFile file = new(Path.Combine(folder, Workspace.FileName));
    private IReadOnlyList<ListedExam> listed = [];
    private Phrase? problem;

    /// <summary>The database that is the ledger, whatever the file says; null or empty when that counts.</summary>
    public string? Database { get; init; }

    /// <summary>What the file says.</summary>
    public Workspace Workspace { get; private set; } = new() { Folder = folder };

    /// <summary>The exams that it names, each in every language it is asked in; another list whenever an exam or who may see it has changed.</summary>
    public IReadOnlyList<ExamEntry> Exams { get; private set; } = [];

    /// <summary>Why the file or exams are not served as they are now.</summary>
    public IReadOnlyList<Phrase> Problems => [.. listed.Select(exam => exam.Problem).Prepend(problem).OfType<Phrase>()];

    /// <summary>Reads the workspace's file for the first time.</summary>
    /// <exception cref="BadInputException">It cannot be used.</exception>
    public void Open()
    {
        file.HasChanged();
        Workspace = Read();
    }

    /// <summary>Takes in what has changed; for one caller at a time.</summary>
    public void Follow()
    {
        var hasChanged = file.HasChanged() && Reread();
        var known = listed.ToDictionary(exam => (exam.Path, exam.Language));
        List<ListedExam> now = [.. new ExamShelf(Workspace).Files.Distinct().Select(path => known.GetValueOrDefault((path, Workspace.Language)) ?? new(path, Workspace.Language))];
        var due = now.Where(exam => exam.IsDue()).ToList();
        InParallel.Select(due, exam => exam.Read());
        listed = now;
        if (hasChanged || due.Count > 0)
        {
            Exams = [.. listed.SelectMany(exam => exam.Entries).Select(entry => entry with { IsPrivate = IsPrivate(entry) })];
        }
    }

    private Workspace Read()
    {
        var read = Surroundings.Workspace(folder);
        return Database is { Length: > 0 } ? read with { LedgerElsewhere = Surroundings.Ledger(Database, folder) } : read;
    }

    private bool Reread()
    {
        try
        {
            // Without a file a workspace has the samples, which nobody means who had one.
            Workspace = File.Exists(Workspace.Locate(Workspace.FileName)) ? Read() : throw new BadInputException(new(
                $"{Workspace.FileName} is gone.", $"{Workspace.FileName} 不见了。"));
            problem = null;
            return true;
        }
        catch (Exception fault) when (fault is BadInputException or IOException or UnauthorizedAccessException)
        {
            var said = (fault as BadInputException)?.Problem ?? new(fault.Message, fault.Message);
            problem = new($"{said.English} What {Workspace.FileName} said before still counts.", $"{said.Chinese}目前仍按 {Workspace.FileName} 之前的内容。");
            return false;
        }
    }

    // What somebody uploads is nobody else's, whatever it is called.
    private bool IsPrivate(ExamEntry exam) => Workspace.IsPrivate(exam.Id)
        || Path.GetFullPath(exam.File).StartsWith(Path.GetFullPath(Uploads(Workspace)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Where exams are kept that a workspace's users uploaded.</summary>
    public static string Uploads(Workspace workspace) => Path.Combine(workspace.Home, "uploads");
}
