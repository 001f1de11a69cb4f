namespace Jinbang.Cli;

/// <summary>A file of results that is there whole or not at all: it is written elsewhere and put into its place when
/// done. Standard output gets the results when they are complete.</summary>
internal sealed class ResultFile : IAsyncDisposable
{
    private readonly string path;
    private readonly FileStream stream;

    private ResultFile(string path, FileStream stream)
    {
        this.path = path;
        this.stream = stream;
    }

    /// <summary>Where to write.</summary>
    public Stream Stream => stream;

    /// <summary>Opens the file.</summary>
    /// <param name="path">Its path; "-" for standard output.</param>
    /// <param name="source">The file that is read meanwhile, which must not be the same; null for none.</param>
    /// <param name="option">The option that names the path.</param>
    /// <exception cref="BadInputException">Nothing can be written there.</exception>
    public static ResultFile Open(string path, string? source, string option)
    {
        if (IsStream(path))
        {
            return new(path, Create(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), path, option));
        }

        // A move would replace a link instead of the file that it stands for.
        var link = new FileInfo(path);
        var target = link.LinkTarget is null ? link.FullName : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (source is not null && target == Path.GetFullPath(source))
        {
            throw new BadInputException(new(
                $"{option} {path} is the file that is read: it would be lost. Name another file.",
                $"{option} {path} 就是要读取的文件，会被覆盖。请换一个文件名。"));
        }

        if (Directory.Exists(target))
        {
            throw new BadInputException(new($"{option} {path} is a folder. Name a file.", $"{option} {path} 是文件夹。请给出文件名。"));
        }

        return new(target, Create($"{target}.{Path.GetRandomFileName()}", path, option));
    }

    /// <summary>Puts what was written into its place.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (IsStream(path))
        {
            stream.Position = 0;
            await using var output = path == "-" ? Console.OpenStandardOutput() : File.OpenWrite(path);
            await stream.CopyToAsync(output, cancellationToken);
            return;
        }

        await stream.DisposeAsync();
        File.Move(stream.Name, path, overwrite: true);
    }

    /// <summary>Takes away what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        File.Delete(stream.Name);
    }

    // A device such as /dev/null is written to, not replaced.
    private static bool IsStream(string path) => path == "-" || path.StartsWith("/dev/", StringComparison.Ordinal);

    private static FileStream Create(string path, string named, string option)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new(
                $"{option} {named} cannot be written: {fault.Message.TrimEnd('.')}.", $"无法写入 {option} {named}：{fault.Message.TrimEnd('.')}。"), fault);
        }
    }
}
