using Jinbang.Models;

namespace Jinbang.Workspaces;

/// <summary>One dated list price, per million tokens.</summary>
/// <param name="Provider">Whose price it is.</param>
/// <param name="Price">The price, of the model's mode.</param>
/// <param name="OutputYuan">A million reply tokens in yuan, by the rate of the price's <see cref="Price.Exchange"/>; null when unknown.</param>
public sealed record PriceLine(string Provider, Price Price, decimal? OutputYuan);
