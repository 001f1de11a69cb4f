namespace Jinbang.Boards;

/// <summary>Files that appear whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file, over an older one.</summary>
    /// <param name="path">Its path; its folder is made where it is missing.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var file = File.Create(unfinished))
            {
                write(file);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
