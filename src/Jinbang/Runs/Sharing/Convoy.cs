using System.Runtime.ExceptionServices;

namespace Jinbang.Runs.Sharing;

/// <summary>Has what several want to write meanwhile written in one transaction: of a run of hundreds of exams each writes little, and a commit takes the same time for little as for much.
/// Safe to use from any thread.</summary>
/// <param name="write">Writes pages, all or nothing; tells pages that are tried again by their list.</param>
internal sealed class Convoy(Func<IReadOnlyList<LedgerPage>, CancellationToken, Task> write) : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<IReadOnlyList<LedgerPage>, Load> loads = new(ReferenceEqualityComparer.Instance);
    private Load? open;

    /// <summary>Writes pages; done when they are on disk. Those that are tried again are the very same list.</summary>
    /// <exception cref="LedgerFaultException">They could not be written.</exception>
    public async Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken)
    {
        var load = LoadOf(pages);
        await turn.WaitAsync(cancellationToken);
        try
        {
            Close(load);
            await load.WriteAsync(pages, write, cancellationToken);
        }
        finally
        {
            turn.Release();
        }

        lock (gate)
        {
            loads.Remove(pages);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private Load LoadOf(IReadOnlyList<LedgerPage> pages)
    {
        lock (gate)
        {
            if (!loads.TryGetValue(pages, out var load))
            {
                load = loads[pages] = open ??= new Load();
                load.Add(pages);
            }

            return load;
        }
    }

    private void Close(Load load)
    {
        lock (gate)
        {
            open = open == load ? null : open;
        }
    }

    /// <summary>What is written together, and tried again together.</summary>
    private sealed class Load
    {
        private readonly List<LedgerPage> all = [];
        private readonly HashSet<IReadOnlyList<LedgerPage>> parts = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<IReadOnlyList<LedgerPage>> unaware = new(ReferenceEqualityComparer.Instance);
        private Exception? fault;
        private bool isWritten;

        public void Add(IReadOnlyList<LedgerPage> pages)
        {
            all.AddRange(pages);
            parts.Add(pages);
        }

        /// <summary>Writes all, unless that was done by another, or just failed.</summary>
        public async Task WriteAsync(
            IReadOnlyList<LedgerPage> own, Func<IReadOnlyList<LedgerPage>, CancellationToken, Task> write, CancellationToken cancellationToken)
        {
            if (isWritten)
            {
                return;
            }

            if (unaware.Remove(own))
            {
                ExceptionDispatchInfo.Throw(fault!);
            }

            try
            {
                await write(all, cancellationToken);
                isWritten = true;
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
                fault = thrown;
                unaware.UnionWith(parts);
                unaware.Remove(own);
                throw;
            }
        }
    }
}
