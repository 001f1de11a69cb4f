namespace Jinbang.Runs.Logs;

/// <summary>A log of answers that someone already paid for.</summary>
public abstract class ReplyLog
{
    private static readonly ReplyLog[] All = [new JsonLinesReplyLog(), new CsvReplyLog()];

    /// <summary>Reads a log in whichever known layout it has, a reply at a time.</summary>
    /// <param name="path">The log's path.</param>
    /// <param name="model">The model's name for logs that do not give one, or null.</param>
    /// <exception cref="BadInputException">The file cannot be read, has no known layout or no answer, or a line of it is damaged.</exception>
    public static IEnumerable<LoggedReply> Read(string path, string? model)
    {
        if (!File.Exists(path))
        {
            throw new BadInputException(new($"There is no file {path}.", $"文件 {path} 不存在。"));
        }

        var log = All.FirstOrDefault(log => log.Recognises(path)) ?? throw new BadInputException(new(
            $"{path} is not a log of replies: CSV with headings, or JSONL, with at least question_id and picked (or reply).",
            $"{path} 不是作答记录：需要带表头的 CSV 或 JSONL，至少含 question_id 和 picked（或 reply）。"));
        return NotNone(log.ReadLines(path, model), path);
    }

    private static IEnumerable<LoggedReply> NotNone(IEnumerable<LoggedReply> replies, string path)
    {
        var any = false;
        foreach (var reply in replies)
        {
            any = true;
            yield return reply;
        }

        if (!any)
        {
            throw new BadInputException(new($"{path} holds headings but no answer.", $"{path} 只有表头，没有作答。"));
        }
    }

    /// <summary>Whether the file has this layout.</summary>
    protected abstract bool Recognises(string path);

    /// <summary>Reads the lines, one at a time.</summary>
    protected abstract IEnumerable<LoggedReply> ReadLines(string path, string? model);
}
