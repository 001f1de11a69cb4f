using System.Collections.Concurrent;
using Jinbang.Models;

namespace Jinbang.Web.Runs;

/// <summary>Counts the faults of each model's calls by their kinds, as a run's log tells them.</summary>
internal sealed class FaultCounts : ILogger
{
    private readonly ConcurrentDictionary<(string Model, FaultKind Kind), int> counts = new();

    /// <summary>The faults of a model's calls.</summary>
    public IReadOnlyDictionary<FaultKind, int> Of(string model) =>
        counts.Where(count => count.Key.Model == model).ToDictionary(count => count.Key.Kind, count => count.Value);

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> facts)
        {
            return;
        }

        if (facts.FirstOrDefault(fact => fact.Key == "Model").Value is string model && facts.FirstOrDefault(fact => fact.Key == "Kind").Value is FaultKind kind)
        {
            counts.AddOrUpdate((model, kind), 1, (_, count) => count + 1);
        }
    }
}
