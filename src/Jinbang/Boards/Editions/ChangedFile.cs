namespace Jinbang.Boards.Editions;

/// <summary>Files that are written only when their content is another one.</summary>
internal static class ChangedFile
{
    public static void Write(string path, byte[] bytes)
    {
        if (!File.Exists(path) || !bytes.AsSpan().SequenceEqual(File.ReadAllBytes(path)))
        {
            WholeFile.Write(path, file => file.Write(bytes));
        }
    }
}
