namespace Jinbang.Exams.Formats;

/// <summary>What a column of a table holds.</summary>
internal enum TableColumn
{
    Id,
    Kind,
    Stem,
    Passage,
    Options,
    Key,
    Tolerance,
    Unit,
    Weight,
    Stratum,
    Topic,
    Explanation,
}
