using Jinbang.Exams.Checks;
using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Formats;

/// <summary>The heading row of a table with questions: which column holds what, in Chinese or English.</summary>
internal sealed class TableHeading
{
    private readonly Dictionary<TableColumn, int> columns = [];
    private readonly List<(string Letter, int Column)> options = [];
    private readonly List<string> unused = [];

    private TableHeading(IReadOnlyList<string> cells)
    {
        for (var column = 0; column < cells.Count; column++)
        {
            Note(cells[column], column);
        }
    }

    /// <summary>The headings that name nothing we read.</summary>
    public IReadOnlyList<string> Unused => unused;

    /// <summary>The heading that a row is, or null when it does not name both a question and an answer.</summary>
    public static TableHeading? Find(TableRow row)
    {
        var heading = new TableHeading(row.Cells);
        return heading.columns.ContainsKey(TableColumn.Stem) && heading.columns.ContainsKey(TableColumn.Key) ? heading : null;
    }

    /// <summary>A row below the heading as a question.</summary>
    public DraftQuestion Draft(TableRow row, int ordinal)
    {
        var draft = row.Draft(ordinal);
        var word = Cell(row, TableColumn.Kind);
        var kind = KindWords.Find(word);
        return draft with
        {
            Id = Cell(row, TableColumn.Id) ?? draft.Id,
            Kind = kind,
            Stem = Cell(row, TableColumn.Stem),
            Passage = Cell(row, TableColumn.Passage),
            Options = Options(row),
            Key = Cell(row, TableColumn.Key) is { } key ? [key] : [],
            Tolerance = Cell(row, TableColumn.Tolerance),
            Unit = Cell(row, TableColumn.Unit),
            Weight = Cell(row, TableColumn.Weight),
            Stratum = Cell(row, TableColumn.Stratum),
            Topic = Cell(row, TableColumn.Topic),
            Explanation = Cell(row, TableColumn.Explanation),
            Faults = word is not null && kind is null ? [.. draft.Faults, new Fault(row.Place.Line, KindWords.Unknown(word))] : draft.Faults,
        };
    }

    private void Note(string heading, int column)
    {
        var name = string.Concat(HalfWidth.Of(heading).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-' or '\uFEFF')));
        if (TableColumnNames.Find(name) is { } known)
        {
            columns.TryAdd(known, column);
        }
        else if (Letter(name) is { } letter)
        {
            options.Add((letter, column));
        }
        else if (name.Length == 0 && column == 0)
        {
            columns.TryAdd(TableColumn.Id, column); // CMMLU's index column has no name.
        }
        else if (name.Length > 0)
        {
            unused.Add(heading.Trim());
        }
    }

    private static string? Letter(string name)
    {
        var letter = name.Replace("选项", "", StringComparison.Ordinal).Replace("option", "", StringComparison.Ordinal);
        return letter is [>= 'a' and <= 'z'] ? letter.ToUpperInvariant() : null;
    }

    private string? Cell(TableRow row, TableColumn column)
    {
        var text = columns.TryGetValue(column, out var index) ? row.Cell(index).Trim() : "";
        return text.Length > 0 ? text : null;
    }

    // Questions with fewer options than the widest leave the last cells empty.
    private IReadOnlyList<DraftOption> Options(TableRow row)
    {
        if (Cell(row, TableColumn.Options) is { } lines)
        {
            return OptionLabel.Split(lines);
        }

        var last = options.FindLastIndex(option => row.Cell(option.Column).Trim().Length > 0);
        return [.. options.Take(last + 1).Select(option => new DraftOption(option.Letter, row.Cell(option.Column)))];
    }
}
