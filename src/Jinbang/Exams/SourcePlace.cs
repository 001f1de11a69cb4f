namespace Jinbang.Exams;

/// <summary>Where in a file something stands.</summary>
/// <param name="File">The file's path as the user gave it.</param>
/// <param name="Line">The line, or for spreadsheets the row, counted from 1; 0 when the whole file is meant.</param>
public readonly record struct SourcePlace(string File, int Line)
{
    /// <summary>"file:line", or the file alone.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}
