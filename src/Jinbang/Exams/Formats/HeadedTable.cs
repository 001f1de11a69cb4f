using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>Reads the questions below a heading row, which may stand below a title; numbers them on over several sheets.</summary>
internal sealed class HeadedTable(List<Problem> problems)
{
    private const int RowsBeforeHeading = 5;
    private int ordinal;

    /// <summary>The heading among the first rows, or null.</summary>
    public static TableHeading? Heading(IEnumerable<TableRow> rows) =>
        rows.Take(RowsBeforeHeading).Select(TableHeading.Find).FirstOrDefault(heading => heading is not null);

    /// <summary>The questions of the rows below the heading; none without a heading.</summary>
    public IEnumerable<DraftQuestion> Read(IEnumerable<TableRow> rows)
    {
        TableHeading? heading = null;
        foreach (var row in rows.Where(row => !row.IsBlank))
        {
            if (heading is null)
            {
                heading = TableHeading.Find(row);
                WarnOfUnused(heading, row);
                continue;
            }

            ordinal++;
            yield return heading.Draft(row, ordinal);
        }
    }

    private void WarnOfUnused(TableHeading? heading, TableRow row)
    {
        if (heading is { Unused: [_, ..] unused })
        {
            var names = string.Join(", ", unused);
            problems.Add(new Problem(Severity.Warning, row.Place, null, new(
                $"These columns are not used: {names}.", $"未使用的列：{names}。")));
        }
    }
}
