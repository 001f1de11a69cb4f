using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>Reads the questions below a heading row, which may stand below a title.</summary>
internal static class HeadedTable
{
    private const int RowsBeforeHeading = 5;

    /// <summary>The heading among the first rows, or null.</summary>
    public static TableHeading? Heading(IEnumerable<TableRow> rows) =>
        rows.Take(RowsBeforeHeading).Select(TableHeading.Find).FirstOrDefault(heading => heading is not null);

    /// <summary>The questions of the rows below the heading; none without a heading.</summary>
    public static IEnumerable<DraftQuestion> Read(IEnumerable<TableRow> rows, List<Problem> problems)
    {
        TableHeading? heading = null;
        var ordinal = 0;
        foreach (var row in rows.Where(row => !row.IsBlank))
        {
            if (heading is null)
            {
                heading = TableHeading.Find(row);
                WarnOfUnused(heading, row, problems);
                continue;
            }

            ordinal++;
            yield return heading.Draft(row, ordinal);
        }
    }

    private static void WarnOfUnused(TableHeading? heading, TableRow row, List<Problem> problems)
    {
        if (heading is { Unused: [_, ..] unused })
        {
            var names = string.Join(", ", unused);
            problems.Add(new Problem(Severity.Warning, row.Place, null, new(
                $"These columns are not used: {names}.", $"未使用的列：{names}。")));
        }
    }
}
