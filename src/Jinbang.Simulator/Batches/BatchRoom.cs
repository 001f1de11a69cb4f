using Jinbang.Simulator.Counting;

namespace Jinbang.Simulator.Batches;

/// <summary>The files and batches of one house.</summary>
internal sealed class BatchRoom(BatchHabits habits, CallBook book, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<(string Id, string Name, byte[] Content)> files = [];
    private readonly List<HeldBatch> batches = [];
    private int refused;

    /// <summary>All files.</summary>
    public IReadOnlyList<(string Id, string Name, byte[] Content)> Files => Locked(() => files.ToArray());

    /// <summary>All batches, the newest first.</summary>
    public IReadOnlyList<HeldBatch> Batches => Locked(() => Enumerable.Reverse(batches).ToArray());

    /// <summary>Keeps a file.</summary>
    /// <returns>Its id.</returns>
    public string Keep(string name, byte[] content) => Locked(() =>
    {
        files.Add(($"file-{files.Count}", name, content));
        return files[^1].Id;
    });

    /// <summary>Whether a batch is refused, as the first ones may be.</summary>
    public bool Refuses() => Locked(() => refused++ < habits.Refused);

    /// <summary>Takes a batch.</summary>
    public HeldBatch Take(string prefix, IReadOnlyList<AnsweredLine> lines, Func<HeldBatch, HeldBatch> mark) => Locked(() =>
    {
        batches.Add(mark(new HeldBatch($"{prefix}{batches.Count}", time.GetUtcNow(), lines)));
        book.Count("taken", 1);
        book.Count("taken-requests", lines.Count);
        return batches[^1];
    });

    /// <summary>Finds a batch; null when there is none.</summary>
    public HeldBatch? Find(string id) => Batches.FirstOrDefault(batch => batch.Id == id);

    /// <summary>The share of a batch that is done, 0 to 1.</summary>
    public double Done(HeldBatch batch) =>
        habits.Time <= TimeSpan.Zero ? 1 : Math.Min(1, (time.GetUtcNow() - batch.Created) / habits.Time);

    private T Locked<T>(Func<T> look)
    {
        lock (gate)
        {
            return look();
        }
    }
}
