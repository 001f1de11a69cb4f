using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Checks;

/// <summary>Gives an exam the short name that stands in file names and the ledger.</summary>
internal static class ExamId
{
    /// <summary>The id the file states, else its name; characters not allowed become hyphens.</summary>
    public static string Of(string path, DraftExam draft, List<Problem> problems)
    {
        if (draft.Id is null)
        {
            return Tidy(Path.GetFileNameWithoutExtension(path));
        }

        var tidy = Tidy(draft.Id);
        if (tidy != draft.Id)
        {
            problems.Add(new Problem(Severity.Warning, new SourcePlace(path, 0), null, new(
                $"The exam id \"{draft.Id}\" may hold letters, digits, hyphens and underscores only; {tidy} was used.",
                $"试卷编号“{draft.Id}”只能含文字、数字、连字符和下划线；已改用 {tidy}。")));
        }

        return tidy;
    }

    private static string Tidy(string name)
    {
        var allowed = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '_' ? c : '-'));
        var tidy = string.Join('-', allowed.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return tidy.Length > 0 ? tidy : "exam";
    }
}
