using System.Text;

namespace Jinbang.Boards.Editions;

/// <summary>The changelogs beside the boards, a section for each edition, the newest first.</summary>
/// <param name="folder">The folder of the boards.</param>
public sealed class ChangeLog(string folder)
{
    private const string EnglishFile = "CHANGELOG.md";
    private const string ChineseFile = "CHANGELOG.zh-CN.md";
    private const string Head = "## ";

    /// <summary>Both changelogs of a folder; null when no edition was published from it.</summary>
    public static Phrase? Read(string folder) => Path.Combine(folder, EnglishFile) is var english && Path.Combine(folder, ChineseFile) is var chinese
        && File.Exists(english) && File.Exists(chinese)
            ? new(File.ReadAllText(english), File.ReadAllText(chinese))
            : null;

    /// <summary>Puts the section on an edition at the head, or in place of the one on the same version; what else was written there stays.</summary>
    public void Put(EditionDiff diff)
    {
        Put(EnglishFile, Language.English, diff);
        Put(ChineseFile, Language.Chinese, diff);
    }

    private void Put(string name, Language language, EditionDiff diff)
    {
        var path = Path.Combine(folder, name);
        var text = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : $"# {new Phrase("Changes of the boards", "榜单更新记录").In(language)}\n\n";
        var sections = Sections(text);
        var section = ChangeSection.Of(diff, language) + "\n";
        var known = sections.FindIndex(1, old => old.StartsWith($"{Head}{diff.To} ", StringComparison.Ordinal));
        if (known > 0)
        {
            sections[known] = section;
        }
        else
        {
            sections.Insert(1, section);
        }

        ChangedFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(sections).TrimEnd('\n') + "\n"));
    }

    /// <summary>What stands before the first section, then the sections.</summary>
    private static List<string> Sections(string text)
    {
        var sections = new List<string>();
        for (var from = 0; from < text.Length || sections.Count == 0;)
        {
            var next = text.IndexOf("\n" + Head, from, StringComparison.Ordinal) + 1;
            var to = next > 0 ? next : text.Length;
            sections.Add(text[from..to]);
            from = to;
        }

        if (sections[0].StartsWith(Head, StringComparison.Ordinal))
        {
            sections.Insert(0, "");
        }

        sections[^1] = sections[^1].TrimEnd('\n') + "\n\n";
        return sections;
    }
}
