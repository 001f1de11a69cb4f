namespace Jinbang.Runs.Batches;

/// <summary>How a model's batches stand.</summary>
/// <param name="Open">Batches whose results are not here yet.</param>
/// <param name="Requests">Requests in them.</param>
/// <param name="Done">Requests of them that the provider has dealt with.</param>
/// <param name="Fault">What the provider last answered instead; null while all is well.</param>
public sealed record BatchView(int Open, int Requests, int Done, Phrase? Fault);
