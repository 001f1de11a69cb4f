using System.Text;

namespace Jinbang.Tests.Grading;

/// <summary>Reads the tables of docs/reading, which are both the specification and the test suite.</summary>
internal static class ReadingTable
{
    private const string Instructions = "instructions.";

    /// <summary>The tables of readings, each named KIND.LANGUAGE.</summary>
    public static IEnumerable<string> Names() => All().Where(name => !name.StartsWith(Instructions, StringComparison.Ordinal));

    /// <summary>The tables of instructions, whose columns are others.</summary>
    public static IEnumerable<string> InstructionNames() => All().Where(name => name.StartsWith(Instructions, StringComparison.Ordinal));

    /// <summary>The rows of a table: the line they stand on, and their cells.</summary>
    public static IEnumerable<(int Line, string[] Cells)> Rows(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), name + ".md"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("| ", StringComparison.Ordinal) && i > 0 && lines[i - 1].StartsWith('|')
                && !lines[i].StartsWith("| ---", StringComparison.Ordinal))
            {
                yield return (i + 1, Cells(lines[i]));
            }
        }
    }

    private static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Folder(), "*.*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '|' or 'n' && !IsLatex(line, i))
            {
                cell.Append(line[++i] == 'n' ? '\n' : '|');
            }
            else if (line[i] == '|')
            {
                cells.Add(cell.ToString()[1..^1]);
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        return [.. cells];
    }

    // "\neq" is LaTeX; a line break is followed by anything but a small letter.
    private static bool IsLatex(string line, int at) => line[at + 1] == 'n' && at + 2 < line.Length && char.IsAsciiLetterLower(line[at + 2]);

    private static string Folder() => Path.Combine(Root(), "docs", "reading");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Jinbang.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Jinbang.slnx.");
    }
}
