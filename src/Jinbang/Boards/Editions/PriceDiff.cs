using Jinbang.Models;

namespace Jinbang.Boards.Editions;

/// <summary>A model's list price in two editions.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Host">Who serves it; null when unknown.</param>
/// <param name="Before">The price before; null when it was unknown.</param>
/// <param name="After">The price now; null when it is unknown.</param>
public sealed record PriceDiff(string Model, string? Host, Price? Before, Price? After);
