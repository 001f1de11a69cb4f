using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>A sitting as the ledger keeps it.</summary>
/// <param name="Key">What the sitting is known by.</param>
/// <param name="Model">The model as it was last described.</param>
/// <param name="Repeats">How often each question is asked.</param>
/// <param name="FirstEdition">The edition in which a model of this name was first seen on this exam; null when none was named.</param>
public sealed record SittingEntry(string Key, Model Model, int Repeats, string? FirstEdition);
