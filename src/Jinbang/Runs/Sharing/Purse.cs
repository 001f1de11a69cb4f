using System.Data;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>What one holder has drawn of one budget. Asked by one at a time.</summary>
/// <remarks>Each transaction locks the rows in a message of its own before the message that commits. If nobody heard of its end, the next one
/// therefore waits until it is over, and finds what it did.</remarks>
/// <param name="source">The database.</param>
/// <param name="run">The run.</param>
/// <param name="model">The model whose cap it is; empty for the whole run.</param>
/// <param name="holder">Whose.</param>
internal sealed class Purse(NpgsqlDataSource source, string run, string model, long holder)
{
    // Shares of what is left are cut here, so that no endless fractions are written.
    private const int Decimals = 4;

    private const string LockBudget = """
        SELECT cap - before - drawn, (SELECT count(*) FROM holder) FROM budget WHERE run = $1 AND model = $2 FOR NO KEY UPDATE
        """;

    private const string LockPurse = """
        INSERT INTO purse (run, model, holder) VALUES ($1, $2, $3)
        ON CONFLICT (run, model, holder) DO UPDATE SET drawn = purse.drawn RETURNING drawn
        """;

    private const string MoveBudget = "UPDATE budget SET drawn = drawn + $3, is_wanted = is_wanted AND $3 < 0 WHERE run = $1 AND model = $2";

    private const string MovePurse = "UPDATE purse SET drawn = drawn + $4 WHERE run = $1 AND model = $2 AND holder = $3";

    private const string Want = "UPDATE budget SET is_wanted = true WHERE run = $1 AND model = $2";

    // Whoever is there can give back all but what it used; of those who are gone nothing more is to be expected.
    private const string Unused = """
        SELECT cap - before - (SELECT coalesce(sum(CASE WHEN holder.number IS NULL THEN purse.drawn ELSE purse.used END), 0)
            FROM purse LEFT JOIN holder ON holder.number = purse.holder WHERE purse.run = $1 AND purse.model = $2)
        FROM budget WHERE run = $1 AND model = $2
        """;

    /// <summary>Draws until the purse has at least what is needed, and more for later where there is plenty.</summary>
    /// <param name="needed">Yuan that the purse must have in all.</param>
    /// <param name="call">Yuan of these that are for the call that waits.</param>
    /// <param name="wished">Yuan that it would like to have in all.</param>
    /// <param name="cancellationToken">Cancels the call; then it is not known whether it was drawn.</param>
    /// <returns>What came of it, and all that the purse has.</returns>
    /// <exception cref="NpgsqlException">The database could not be reached, or it is not known what it did.</exception>
    public async Task<(Drawing Drawing, decimal Drawn)> DrawAsync(decimal needed, decimal call, decimal wished, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        if (await LockAsync(connection, cancellationToken) is not var (left, holders, drawn))
        {
            return (Drawing.Removed, 0);
        }

        var share = Math.Round(Math.Max(0, left) / (2 * holders), Decimals, MidpointRounding.ToZero);
        var more = Math.Max(0, Math.Max(needed - drawn, Math.Min(wished - drawn, share)));
        var fits = more <= left || more == 0;
        var drawing = fits ? Drawing.Drawn : await UnusedAsync(connection, cancellationToken) >= call ? Drawing.Later : Drawing.Never;
        await using var batch = new NpgsqlBatch(connection);
        if (fits)
        {
            Move(batch, more);
        }
        else
        {
            batch.With(Want, run, model);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (drawing, fits ? drawn + more : drawn);
    }

    /// <summary>Gives back what the holder does not need. Nothing above what it keeps may be spent from before the call until the next draw.</summary>
    /// <param name="needed">Yuan that it keeps: used, or set aside for open calls.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task GiveBackAsync(decimal needed, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        if (await LockAsync(connection, cancellationToken) is var (_, _, drawn) && drawn > needed)
        {
            await using var batch = new NpgsqlBatch(connection);
            Move(batch, needed - drawn);
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private void Move(NpgsqlBatch batch, decimal yuan) => batch.With(MoveBudget, run, model, yuan).With(MovePurse, run, model, holder, yuan);

    private async Task<(decimal Left, long Holders, decimal Drawn)?> LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.With(Fence.Stay, holder).With(LockBudget, run, model).With(LockPurse, run, model, holder);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (left, holders) = (reader.IsDBNull(0) ? decimal.MaxValue : reader.GetDecimal(0), reader.GetInt64(1));
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (left, holders, reader.GetDecimal(0));
    }

    private async Task<decimal> UnusedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var select = connection.Command(Unused, run, model);
        return await select.ExecuteScalarAsync(cancellationToken) is decimal yuan ? yuan : decimal.MaxValue;
    }
}
