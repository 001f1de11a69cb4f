using Jinbang.Models;
using Jinbang.Simulator;
using Jinbang.Simulator.Houses;

namespace Jinbang.Tests.Conformance;

/// <summary>Something that happens at every provider, and how the connector must take it.</summary>
/// <param name="Title">The column's heading.</param>
/// <param name="Flaw">What is wrong with what came of it; null when nothing is.</param>
internal sealed record Scenario(string Title, Func<Hearing, string?> Flaw)
{
    /// <summary>How the simulated provider behaves.</summary>
    public SimulatorOptions Options { get; init; } = new();

    /// <summary>What is asked of the model.</summary>
    public Func<Model, Model> Asked { get; init; } = model => model;

    /// <summary>Whether it can happen at a provider.</summary>
    public Func<Provider, SimulatedHouse, bool> CanHappen { get; init; } = (_, _) => true;

    /// <summary>Whether the key is wrong.</summary>
    public bool IsKeyWrong { get; init; }
}
