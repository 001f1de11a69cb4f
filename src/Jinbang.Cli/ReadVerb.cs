using System.CommandLine;
using Jinbang.Grading;
using Jinbang.Runs.Logs;

namespace Jinbang.Cli;

/// <summary><c>jinbang read</c>: reads answers out of replies, without keys.</summary>
internal sealed class ReadVerb
{
    private readonly Terminal terminal;
    private readonly Option<string> replies;
    private readonly Option<string> output;
    private readonly Option<bool> leaveOutBad;

    private ReadVerb(Terminal terminal)
    {
        this.terminal = terminal;
        replies = terminal.Option<string>(
            "--replies",
            "JSONL with reply and, where known, id, options, kind; - for standard input.",
            "JSONL，含 reply，以及可选的 id、options、kind；- 表示标准输入。");
        replies.Required = true;
        output = terminal.Option<string>(
            "--out",
            "Where readings are written, a line for each reply (default: standard output).",
            "读出的结果写到哪里，每条回复一行（默认标准输出）。");
        leaveOutBad = terminal.Option<bool>(
            "--leave-out-bad",
            "Leave out lines that cannot be used instead of refusing the file.",
            "剔除不可用的行，而不是拒绝整个文件。");
    }

    public static Command Build(Terminal terminal)
    {
        var verb = new ReadVerb(terminal);
        var command = terminal.Command(
            "read",
            "Read the answers out of replies, without keys.",
            "从回复中读出答案，不需要标准答案。",
            verb.replies, verb.output, verb.leaveOutBad);
        command.SetAction(verb.ReadAsync);
        return command;
    }

    private async Task<int> ReadAsync(ParseResult words, CancellationToken cancellationToken)
    {
        // Ctrl-C is listened to once the verb waits; before that it would leave a half-written file behind.
        await Task.Yield();
        var path = words.GetValue(replies)!;
        await using var input = Open(path);
        await using var file = ResultFile.Open(words.GetValue(output) is { Length: > 0 } named ? named : "-", path, "--out");
        var read = await BulkReading.ReadAsync(input, path, file.Stream, words.GetValue(leaveOutBad), cancellationToken);
        await file.CommitAsync(cancellationToken);
        Tell(read);
        return ExitCode.Done;
    }

    private void Tell(BulkReading read)
    {
        if (read.LeftOut > 0)
        {
            terminal.Tell(new(
                $"Lines left out: {read.LeftOut}{(read.LeftOut > read.Bad.Count ? $", of which the first {read.Bad.Count}" : "")}",
                $"剔除的行数：{read.LeftOut}{(read.LeftOut > read.Bad.Count ? $"，其中前 {read.Bad.Count} 行" : "")}"));
        }

        foreach (var bad in read.Bad)
        {
            terminal.Tell(bad);
        }

        var (unreadable, unanswered, refused) = (
            read.Count(ReadingKind.Unreadable), read.Count(ReadingKind.Unanswered), read.Count(ReadingKind.Refusal));
        terminal.Tell(new(
            $"Replies read: {read.Replies}; of these unreadable {unreadable}, refusals {refused}, without an answer {unanswered}.",
            $"已读取回复 {read.Replies} 条；其中读不出 {unreadable}，拒答 {refused}，没有作答 {unanswered}。"));
    }

    /// <exception cref="BadInputException">The file cannot be opened.</exception>
    private static Stream Open(string path)
    {
        try
        {
            return path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException(new(
                $"The replies {path} cannot be opened: {fault.Message.TrimEnd('.')}.",
                $"无法打开回复文件 {path}：{fault.Message.TrimEnd('.')}。"), fault);
        }
    }
}
