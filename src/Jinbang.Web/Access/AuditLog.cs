using System.Text.Json;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Access;

/// <summary>Who started, spent, marked: a JSON object a line in <c>.jinbang/audit.jsonl</c>.</summary>
/// <param name="open">The workspace.</param>
/// <param name="time">The clock.</param>
internal sealed class AuditLog(OpenWorkspace open, TimeProvider time)
{
    private readonly Lock turn = new();

    /// <summary>Where it is kept.</summary>
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(open.Workspace.Ledger)!, "audit.jsonl");

    /// <summary>Records a deed; it is on disk when this returns.</summary>
    /// <param name="who">The user's name.</param>
    /// <param name="deed">What was done, a word such as run.start or mark.</param>
    /// <param name="facts">What it was done to, and what it cost.</param>
    public void Record(string who, string deed, IReadOnlyDictionary<string, object?> facts)
    {
        var line = JsonSerializer.Serialize(new { at = time.GetUtcNow(), who, deed, facts }, JsonSerializerOptions.Web);
        using var own = turn.EnterScope();
        using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }
}
