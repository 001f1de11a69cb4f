using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>Looks at the programs that work on runs.</summary>
public sealed class HolderSights
{
    private const string Sights = """
        SELECT h.number, h.name, h.version, h.beat, coalesce(sum(l.places), 0)::bigint
        FROM holder h LEFT JOIN lease l ON l.holder = h.number GROUP BY h.number ORDER BY h.name, h.number
        """;

    private readonly NpgsqlDataSource source;

    /// <param name="source">The database.</param>
    internal HolderSights(NpgsqlDataSource source) => this.source = source;

    /// <summary>All of them by name.</summary>
    public async Task<IReadOnlyList<HolderSight>> AllAsync(CancellationToken cancellationToken)
    {
        await using var select = source.CreateCommand(Sights);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var found = new List<HolderSight>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return found;
    }
}
