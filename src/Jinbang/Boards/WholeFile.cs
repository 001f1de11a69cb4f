namespace Jinbang.Boards;

/// <summary>Files that are there whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>Writes a file over an older one, making its folder; a file that holds the same is left alone.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(path) && bytes.SequenceEqual(File.ReadAllBytes(path)))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(unfinished, bytes);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The same for what is written piece by piece.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        using var content = new MemoryStream();
        write(content);
        Write(path, content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
