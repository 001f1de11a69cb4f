using Jinbang.Cluster;
using Jinbang.Cluster.Database;
using Jinbang.Cluster.Pacing;
using Jinbang.Cluster.Silos;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Pacing;
using Jinbang.Tests.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Jinbang.Tests.Cluster.Pacing;

/// <summary>A silo within the test's process, that asks a model of one account.</summary>
internal sealed class DecidingSilo : IAsyncDisposable
{
    private readonly ClusterDatabase database;
    private readonly JoinedSilo silo;
    private readonly Way way;

    private DecidingSilo(ClusterDatabase database, JoinedSilo silo, PaceLimits limits)
    {
        (this.database, this.silo) = (database, silo);
        way = silo.Services.GetRequiredService<SharedAccounts>().PaceOf(new RunSettings()).WayTo(new ScriptedExaminee(Samples.Model("model-a"), (_, _) => new Reply(Outcome.Replied, "B")) { AccountLimits = limits });
    }

    /// <summary>Calls of all silos that had leave, each with its moment.</summary>
    public required List<TimeSpan> Begun { get; init; }

    public static async Task<DecidingSilo> StartAsync(ClusterRoom room, string connection, string name, PaceLimits limits, List<TimeSpan> begun, CancellationToken cancellationToken)
    {
        var words = room.Meet(connection);
        var database = new ClusterDatabase(ClusterAddress.Read(words[1], Secrets.Read(new Dictionary<string, string>(), [words[3]])));
        await database.PrepareAsync(cancellationToken);
        var silo = await JoinedSilo.StartAsync(new SiloSettings(database) { Name = name }, new Speaker(TextWriter.Null, TextWriter.Null), cancellationToken);
        return new DecidingSilo(database, silo, limits) { Begun = begun };
    }

    /// <summary>Asks again and again, for a while.</summary>
    public async Task AskAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < length)
        {
            var pass = await way.EnterAsync(40, cancellationToken);
            lock (Begun)
            {
                Begun.Add(TimeProvider.System.GetElapsedTime(0));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
            way.Leave(pass, new Reply(Outcome.Replied, "B") { Usage = new TokenUsage(100, 10), FirstToken = TimeSpan.FromMilliseconds(15) });
        }
    }

    /// <summary>Whether it decides for the account.</summary>
    public async Task<bool> DecidesAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Source.CreateCommand("SELECT EXISTS (SELECT FROM public.account a JOIN public.holder h ON h.number = a.holder WHERE h.name = $1)");
        command.Parameters.Add(new() { Value = silo.Name });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Leaves, as after SIGTERM.</summary>
    public async ValueTask DisposeAsync()
    {
        await silo.StopAsync(default);
        await silo.DisposeAsync();
        await database.DisposeAsync();
    }
}
