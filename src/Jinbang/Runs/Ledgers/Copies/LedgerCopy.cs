namespace Jinbang.Runs.Ledgers.Copies;

/// <summary>Copies a ledger into an empty one, whatever databases keep them: wholly, or not at all.</summary>
/// <param name="source">Where it is copied from; nobody may be writing it.</param>
/// <param name="target">Where it is copied to.</param>
public sealed class LedgerCopy(SqlLedger source, SqlLedger target)
{
    // As many rows and characters as take little room.
    private const int MostRows = 500;
    private const int MostCharacters = 4 << 20;

    /// <summary>Copies all tables. What was copied is read again and compared before it counts.</summary>
    /// <param name="tell">Hears of each table when it is there, in the end's order.</param>
    /// <param name="cancellationToken">Cancels the call; then nothing was copied.</param>
    /// <exception cref="BadInputException">The target is not empty.</exception>
    /// <exception cref="LedgerFaultException">One of them cannot be read or written.</exception>
    public async Task<IReadOnlyList<CopiedTable>> CopyAsync(Action<CopiedTable> tell, CancellationToken cancellationToken)
    {
        var copied = new List<CopiedTable>();
        await target.InTurnAsync(
            change =>
            {
                if (SqlTable.All.Any(table => change.Select($"SELECT 1 FROM {table.Name} LIMIT 1", row => row.GetInt32(0)).Count > 0))
                {
                    throw new BadInputException(new("The ledger that is to be copied to is not empty. Name an empty one.", "要复制到的账本不是空的。请给出空账本。"));
                }

                foreach (var table in SqlTable.All)
                {
                    copied.Add(Copy(change, table, cancellationToken));
                    tell(copied[^1]);
                }
            },
            null,
            cancellationToken);
        return copied;
    }

    /// <summary>Sums up the tables of a ledger.</summary>
    /// <exception cref="LedgerFaultException">It cannot be read.</exception>
    public static async Task<IReadOnlyList<CopiedTable>> SumsAsync(SqlLedger ledger, CancellationToken cancellationToken)
    {
        var tables = new List<CopiedTable>();
        foreach (var table in SqlTable.All)
        {
            using var sum = new RowHash();
            await foreach (var row in ledger.Store.SelectAsync(table.SelectText, [], table.Read, cancellationToken))
            {
                sum.Add(row);
            }

            tables.Add(new(table.Name, sum.Rows, sum.Sum()));
        }

        return tables;
    }

    private CopiedTable Copy(SqlChange change, SqlTable table, CancellationToken cancellationToken)
    {
        using var read = new RowHash();
        foreach (var some in Portions(table, cancellationToken))
        {
            change.Put(table.Insertion, some);
            some.ForEach(read.Add);
        }

        if (table.IsNumbered)
        {
            target.Store.NumberOn(change, table.Name);
        }

        using var found = new RowHash();
        foreach (var row in change.Each(table.SelectText, table.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(row);
        }

        return found.Sum() == read.Sum() ? new(table.Name, found.Rows, found.Sum()) : throw new LedgerFaultException(
            new($"What was copied of the table {table.Name} is not what was read. Nothing was kept.", $"表 {table.Name} 复制后与原内容不符，未保留任何内容。"), isPassing: false, null);
    }

    private IEnumerable<List<object?[]>> Portions(SqlTable table, CancellationToken cancellationToken)
    {
        var (rows, characters) = (new List<object?[]>(), 0L);
        foreach (var row in source.Store.Each(table.SelectText, table.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(row);
            characters += row.Sum(value => (value as string)?.Length ?? 0L);
            if (rows.Count >= MostRows || characters >= MostCharacters)
            {
                yield return rows;
                (rows, characters) = ([], 0);
            }
        }

        yield return rows;
    }
}
