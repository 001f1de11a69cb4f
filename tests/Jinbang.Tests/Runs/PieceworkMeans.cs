using System.Collections.Concurrent;
using Jinbang.Runs;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs;

/// <summary>Gives attempts out in pieces, each after a while, and knows which of them have ended.</summary>
internal sealed class PieceworkMeans(RunSettings settings, int size) : Means
{
    public override Pace Pace { get; } = new OwnPace(settings, TimeProvider.System);

    /// <summary>The last backlog that was made.</summary>
    public Piecework Given { get; private set; } = null!;

    public override Holder HolderOf(Ledger ledger) => new SoleHolder(ledger);

    public override Fund FundOf(string model, decimal? cap) => new WholeFund(cap);

    internal override Backlog BacklogOf(Seat seat) => Given = new Piecework(seat, size);

    internal override Task DoOnceAsync(string what, Func<Task> work, CancellationToken cancellationToken) => work();

    internal override Task<T> DoAloneAsync<T>(string key, Func<Task<T>> work, CancellationToken cancellationToken) => work();

    internal sealed class Piecework(Seat seat, int size) : Backlog
    {
        private readonly Lock gate = new();
        private readonly Queue<int> piece = new();
        private int given;
        private volatile bool isStopped;

        /// <summary>Attempts whose end was told of.</summary>
        public ConcurrentBag<int> Ends { get; } = [];

        /// <summary>Leases that have ended.</summary>
        public ConcurrentBag<Lease> Ended { get; } = [];

        public override async ValueTask<Piece?> TakeAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                lock (gate)
                {
                    if (piece.TryDequeue(out var place))
                    {
                        return isStopped ? null : new Piece(seat.Plan[place], null);
                    }

                    if (isStopped || given == seat.Plan.Count)
                    {
                        return null;
                    }
                }

                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
                Give();
            }
        }

        public override IReadOnlyList<Piece> TakeKept() => [];

        public override void Return(IEnumerable<Attempt> attempts) => throw new NotSupportedException();

        public override Lease? End(Attempt attempt)
        {
            Ends.Add(attempt.Place);
            var first = attempt.Place / size * size;
            var lease = new Lease(seat.Sitting.Key, first, Math.Min(size, seat.Plan.Count - first));
            if (Ends.Count(place => place / size == attempt.Place / size) < lease.Places)
            {
                return null;
            }

            Ended.Add(lease);
            return lease;
        }

        public override void Stop(Phrase why) => isStopped = true;

        private void Give()
        {
            lock (gate)
            {
                for (; piece.Count < size && given < seat.Plan.Count; given++)
                {
                    piece.Enqueue(given);
                }
            }
        }
    }
}
