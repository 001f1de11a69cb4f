using System.Text;
using System.Text.Json;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Access;

/// <summary>Who started, spent, marked, signed in: a JSON object a line in <c>.jinbang/audit.jsonl</c>, the oldest in
/// <c>audit.9.jsonl</c> and below, 8 MB each.</summary>
/// <param name="open">The workspace.</param>
/// <param name="context">Whose request it is.</param>
/// <param name="time">The clock.</param>
internal sealed class AuditLog(OpenWorkspace open, IHttpContextAccessor context, TimeProvider time)
{
    private const int MostFiles = 10;

    private readonly Lock turn = new();

    /// <summary>Where it is kept.</summary>
    public string Path { get; } = System.IO.Path.Combine(open.Workspace.Home, "audit.jsonl");

    /// <summary>Most bytes of one file.</summary>
    public long MostBytes { get; init; } = 8 << 20;

    /// <summary>Records a deed with the address that it was done from; it is on disk when this returns.</summary>
    /// <param name="who">The user's name.</param>
    /// <param name="deed">What was done, a word such as run.start or mark.</param>
    /// <param name="facts">What it was done to, and what it cost.</param>
    public void Record(string who, string deed, IReadOnlyDictionary<string, object?> facts)
    {
        var from = context.HttpContext?.Connection.RemoteIpAddress?.ToString();
        var line = JsonSerializer.Serialize(new { at = time.GetUtcNow(), who, from, deed, facts }, JsonSerializerOptions.Web);
        using var own = turn.EnterScope();
        if (new FileInfo(Path) is { Exists: true, Length: var length } && length > MostBytes)
        {
            Rotate();
        }

        using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>What was recorded, the newest first.</summary>
    public IEnumerable<AuditEntry> Read() =>
        Enumerable.Range(0, MostFiles).Select(FileOf).Where(File.Exists)
            .SelectMany(file => Enumerable.Reverse(Lines(file)))
            .Select(AuditEntry.Read).OfType<AuditEntry>();

    private static List<string> Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var text = new StreamReader(file);
        var lines = new List<string>();
        while (text.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private void Rotate()
    {
        File.Delete(FileOf(MostFiles - 1));
        foreach (var number in Enumerable.Range(0, MostFiles - 1).Reverse().Where(number => File.Exists(FileOf(number))))
        {
            File.Move(FileOf(number), FileOf(number + 1));
        }
    }

    private string FileOf(int number) => number == 0 ? Path : System.IO.Path.ChangeExtension(Path, $"{number}.jsonl");
}
