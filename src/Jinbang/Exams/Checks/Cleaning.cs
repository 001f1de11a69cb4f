using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Checks;

/// <summary>Trims the texts of one question, takes control characters off and remembers whether any were lost.</summary>
internal sealed class Cleaning
{
    private bool controls;
    private bool replacements;

    /// <summary>The question with its texts cleaned.</summary>
    public DraftQuestion Clean(DraftQuestion draft) => draft with
    {
        Stem = Clean(draft.Stem),
        Passage = Clean(draft.Passage),
        Stratum = Clean(draft.Stratum),
        Topic = Clean(draft.Topic),
        Explanation = Clean(draft.Explanation),
        Unit = Clean(draft.Unit),
        Rubric = [.. draft.Rubric.Select(criterion => criterion with { Text = Clean(criterion.Text) })],
        Reference = Clean(draft.Reference),
    };

    /// <summary>The text trimmed, with line ends as "\n"; null when nothing is left.</summary>
    public string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
        replacements |= clean.Contains('\uFFFD');
        if (HasControls(clean))
        {
            controls = true;
            clean = string.Concat(clean.Where(c => !IsControl(c)));
        }

        clean = clean.Trim();
        return clean.Length > 0 ? clean : null;
    }

    public void Report(Findings findings)
    {
        if (controls)
        {
            findings.Warn("Control characters were taken out of the text.", "文字中的控制字符已去掉。");
        }

        if (replacements)
        {
            findings.Warn(
                "The text holds the sign � for characters lost when the file was converted.",
                "文字中有 �，是文件转换编码时丢失的字符。");
        }
    }

    private static bool HasControls(string text)
    {
        foreach (var c in text)
        {
            if (IsControl(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
