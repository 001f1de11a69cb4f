using Jinbang.Runs.Sharing;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>One commit, as it is tried until it is heard of.</summary>
/// <param name="Nth">Its number.</param>
/// <param name="Calls">What ended.</param>
/// <param name="Dues">What it says of money and leases.</param>
/// <param name="Lost">Yuan lost, by sitting.</param>
internal sealed record PlayedPage(long Nth, IReadOnlyList<PlayedCall> Calls, IReadOnlyList<Dues> Dues, IReadOnlyDictionary<string, decimal> Lost)
{
    /// <summary>Calls that wait until it is written.</summary>
    public IReadOnlyList<PlayedCall> Waiting { get; init; } = [];

    /// <summary>Writes it as the ledger does.</summary>
    public async Task<Presence> WriteAsync(SharingDatabase database, long holder, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var commit = new SharedCommit(connection, holder);
        var presence = await commit.EnterAsync(Nth, cancellationToken);
        if (presence is Presence.Written or Presence.WrittenAndLate)
        {
            return presence;
        }

        await commit.BookAsync(Dues, presence, cancellationToken);
        var lost = Lost.ToDictionary();
        foreach (var call in Calls.Where(call => !call.IsLost).OrderBy(call => call.Key, StringComparer.Ordinal))
        {
            await using var insert = connection.Command(
                call.IsJudge
                    ? "INSERT INTO judgement (key, sitting, judge, cost_yuan) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING RETURNING key"
                    : "INSERT INTO attempt (key, sitting, outcome, cost_yuan) VALUES ($1, $2, 'Replied', $4) ON CONFLICT (key) DO UPDATE SET cost_yuan = excluded.cost_yuan WHERE attempt.outcome = 'Failed' AND $3 <> '' RETURNING key",
                call.Key, call.Sitting, call.Model, call.Cost);
            if (await insert.ExecuteScalarAsync(cancellationToken) is null)
            {
                lost[call.Sitting] = lost.GetValueOrDefault(call.Sitting) + call.Cost;
            }
        }

        await commit.LoseAsync(lost, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var call in Calls)
        {
            call.IsBooked = true;
        }

        return presence;
    }
}
