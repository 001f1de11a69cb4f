namespace Jinbang.Cluster.Pacing;

/// <summary>Room for the calls that a silo makes at once. A call takes its place before it asks for leave, as leave does not keep; so that a model whose
/// leave is long in coming leaves places to others, its calls that wait for leave hold no more of them than are still free.</summary>
/// <remarks>These are the dynamic thresholds of A. K. Choudhury and E. L. Hahne, "Dynamic Queue Length Thresholds for Shared-Memory Packet Switches",
/// IEEE/ACM Transactions on Networking 6 (1998), section III, with α = 1: n models that wait leave one part in n + 1.</remarks>
/// <param name="most">Most calls at once.</param>
internal sealed class CallRoom(int most)
{
    private readonly Lock gate = new();
    private readonly Queue<Door> asking = new();
    private int free = most;

    /// <summary>The way in for the calls of one model.</summary>
    public Door Open() => new(this);

    /// <summary>The way into the room for one model's calls. Safe to use from any thread.</summary>
    internal sealed class Door(CallRoom room)
    {
        private readonly Queue<TaskCompletionSource> callers = new();
        private int waiting;

        /// <summary>Waits for a place, to ask for leave with; end it with <see cref="Begin"/> or <see cref="TurnBack"/>.</summary>
        public async Task EnterAsync(CancellationToken cancellationToken)
        {
            var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var cancelling = cancellationToken.Register(() => place.TrySetCanceled(cancellationToken));
            lock (room.gate)
            {
                callers.Enqueue(place);
                if (callers.Count == 1)
                {
                    room.asking.Enqueue(this);
                }

                room.Admit();
            }

            await place.Task;
        }

        /// <summary>Leave was had.</summary>
        public void Begin() => Change(waiting: -1, free: 0);

        /// <summary>No leave was had: the place is free again.</summary>
        public void TurnBack() => Change(waiting: -1, free: 1);

        /// <summary>A call that had leave ended.</summary>
        public void Leave() => Change(waiting: 0, free: 1);

        /// <summary>Whether anybody asks for a place.</summary>
        public bool IsAsking => callers.Count > 0;

        /// <summary>Gives a place to the first who still wants one.</summary>
        /// <returns>Whether there was one, and the model may have it.</returns>
        public bool Admit()
        {
            while (waiting < room.free && callers.TryDequeue(out var first))
            {
                if (first.TrySetResult())
                {
                    waiting++;
                    room.free--;
                    return true;
                }
            }

            return false;
        }

        private void Change(int waiting, int free)
        {
            lock (room.gate)
            {
                this.waiting += waiting;
                room.free += free;
                room.Admit();
            }
        }
    }

    // Models take turns.
    private void Admit()
    {
        for (var left = asking.Count; left > 0 && free > 0; left--)
        {
            var door = asking.Dequeue();
            var isIn = door.Admit();
            if (door.IsAsking)
            {
                asking.Enqueue(door);
            }

            left = isIn ? asking.Count + 1 : left;
        }
    }
}
