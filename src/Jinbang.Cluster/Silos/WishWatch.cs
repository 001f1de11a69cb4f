using Jinbang.Cluster.Membership;

namespace Jinbang.Cluster.Silos;

/// <summary>Does what people want of the silo, within a second after they said so.</summary>
/// <param name="settings">Where the cluster meets.</param>
/// <param name="self">This silo.</param>
/// <param name="readiness">Whether it takes work.</param>
/// <param name="life">The silo's life.</param>
/// <param name="speaker">Says what it was told.</param>
/// <param name="time">The clock.</param>
internal sealed class WishWatch(
    SiloSettings settings, ILocalSiloDetails self, Readiness readiness, IHostApplicationLifetime life, Speaker speaker, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FulfilAsync(await Wishes.HearAsync(settings.Database, self.SiloAddress, stoppingToken));
            }
            catch (BadInputException)
            {
                // The database is away, and nobody can have told anything.
            }

            await Task.Delay(Look, time, stoppingToken);
        }
    }

    private async Task FulfilAsync(Wish wish)
    {
        switch (wish)
        {
            case Wish.Drain when readiness.TakesWork:
                speaker.Tell(new("This silo was told to take nothing more; it finishes the calls under way and stays.", "本机被告知不再接新任务：完成进行中的调用，仍留在集群中。"));
                await readiness.DrainAsync();
                break;
            case Wish.Work when !readiness.TakesWork:
                speaker.Tell(new("This silo takes work again.", "本机恢复接任务。"));
                readiness.Resume();
                break;
            case Wish.Leave:
                speaker.Tell(new("This silo was told to leave; it finishes the calls under way.", "本机被告知离开集群：先完成进行中的调用。"));
                life.StopApplication();
                break;
        }
    }
}
