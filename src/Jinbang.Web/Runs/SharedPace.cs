using Jinbang.Runs;
using Jinbang.Runs.Pacing;

namespace Jinbang.Web.Runs;

/// <summary>One pace for all orders that are carried out at once, so that together they keep to the limits of accounts.</summary>
/// <param name="time">The clock.</param>
internal sealed class SharedPace(TimeProvider time)
{
    private readonly Lock gate = new();
    private Pace? pace;
    private int users;

    /// <summary>Takes part; a pace that nobody takes part in any more is forgotten, with what made it give a model up.</summary>
    /// <param name="settings">How the first of them is carried out.</param>
    public Part Join(RunSettings settings)
    {
        lock (gate)
        {
            users++;
            return new Part(this, pace ??= new OwnPace(settings, time));
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            pace = --users == 0 ? null : pace;
        }
    }

    /// <summary>A part in the pace, until it is disposed of.</summary>
    internal sealed class Part(SharedPace shared, Pace pace) : IDisposable
    {
        /// <summary>The pace.</summary>
        public Pace Pace { get; } = pace;

        /// <inheritdoc/>
        public void Dispose() => shared.Leave();
    }
}
