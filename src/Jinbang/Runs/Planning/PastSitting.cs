using Jinbang.Models;

namespace Jinbang.Runs.Planning;

/// <summary>A sitting of the ledger, in so far as it tells what others may cost.</summary>
/// <param name="Key">The sitting's key.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Provider">Who served the model.</param>
/// <param name="Id">What the provider calls it.</param>
/// <param name="ExtraFields">Its further request fields, which may decide whether it thinks; null for none.</param>
/// <param name="Thinking">Whether it was told to think or not to; null when it was told nothing.</param>
public sealed record PastSitting(string Key, string Model, string Provider, string Id, string? ExtraFields, bool? Thinking)
{
    /// <summary>Whether that model was this one, whatever it was called and however long its replies could be.</summary>
    public bool IsOf(Model model) => (Provider, Id, ExtraFields, Thinking) == (model.Provider, model.Id, model.ExtraFields, model.Thinking);
}
