using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>What one holder does and the others meanwhile must not. It ends with the holder at the latest.</summary>
/// <param name="source">The database.</param>
/// <param name="holder">Who does it.</param>
internal sealed class Claims(NpgsqlDataSource source, long holder)
{
    // A claim whose taking was never heard of is the holder's own when it tries again.
    private const string Take = """
        INSERT INTO claim (key, holder) SELECT $1, number FROM holder WHERE number = $2
        ON CONFLICT (key) DO UPDATE SET holder = claim.holder WHERE claim.holder = $2 RETURNING true
        """;

    /// <summary>Claims something, unless another has.</summary>
    /// <returns>False when another has it, or the holder is gone.</returns>
    /// <exception cref="NpgsqlException">The database could not be reached.</exception>
    public async Task<bool> TakeAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var take = connection.Command(Take, key, holder);
        try
        {
            return await take.ExecuteScalarAsync(cancellationToken) is true;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            // It was removed at this very moment.
            return false;
        }
    }

    /// <summary>Lets others have it.</summary>
    /// <exception cref="NpgsqlException">The database could not be reached.</exception>
    public async Task GiveUpAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var delete = connection.Command("DELETE FROM claim WHERE key = $1 AND holder = $2", key, holder);
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }
}
