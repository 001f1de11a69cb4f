using System.Text.Json;

namespace Jinbang.Simulator.Dialects;

/// <summary>How requests and replies are written down.</summary>
internal abstract class Dialect
{
    /// <summary>The path that lists the models.</summary>
    public abstract string ModelsPath { get; }

    /// <summary>The path that takes chat requests.</summary>
    public abstract string ChatPath { get; }

    /// <summary>The key that a request shows; empty when it shows none.</summary>
    public abstract string Key(HttpRequest request);

    /// <summary>Reads a chat request.</summary>
    /// <exception cref="JsonException">The request is not as the dialect has it; the message says why.</exception>
    /// <exception cref="InvalidOperationException">A part of it is not of the kind that the dialect has there.</exception>
    public abstract Ask Read(JsonElement request);

    /// <summary>Writes the list of models.</summary>
    public abstract void WriteModels(Utf8JsonWriter json, IEnumerable<SimulatedModel> models);

    /// <summary>Writes a whole reply.</summary>
    public abstract void WriteReply(Utf8JsonWriter json, SimulatedReply reply);

    /// <summary>Writes an error.</summary>
    public abstract void WriteError(Utf8JsonWriter json, (int Status, string Message) error);

    /// <summary>A reply as the events of a stream, the one that ends it included.</summary>
    public abstract IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, bool wantsUsage);
}
