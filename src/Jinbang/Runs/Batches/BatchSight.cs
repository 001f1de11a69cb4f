using Jinbang.Models.Providers.Batches;

namespace Jinbang.Runs.Batches;

/// <summary>Shows how a model's batches stand.</summary>
/// <param name="progress">Where it is shown.</param>
internal sealed class BatchSight(ModelProgress progress)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Requests, int Done)> open = [];

    public void Open(OpenBatch batch) => Show(() => open[batch.Key] = (batch.Attempts.Count, 0), null);

    public void See(OpenBatch batch, BatchState state) => Show(() => open[batch.Key] = (batch.Attempts.Count, Math.Min(state.Done, batch.Attempts.Count)), null);

    public void Miss(Phrase fault) => Show(() => { }, fault);

    public void Close(OpenBatch batch) => Show(() => open.Remove(batch.Key), null);

    private void Show(Action change, Phrase? fault)
    {
        lock (gate)
        {
            change();
            progress.Batches = new BatchView(open.Count, open.Values.Sum(batch => batch.Requests), open.Values.Sum(batch => batch.Done), fault);
        }
    }
}
