namespace Jinbang.Tests.Exams;

/// <summary>A file in a folder of its own, gone when disposed.</summary>
internal sealed class ExamOnDisk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("exam-");

    public ExamOnDisk(byte[] bytes, string name)
    {
        Path = System.IO.Path.Combine(folder.FullName, name);
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
