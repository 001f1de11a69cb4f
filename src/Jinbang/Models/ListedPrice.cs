namespace Jinbang.Models;

/// <summary>A price of the catalogue: what one provider asks for a model.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Price">Its dated list price.</param>
public sealed record ListedPrice(string Provider, Price Price)
{
    /// <summary>Its price while the model thinks.</summary>
    public Price Thinking { get; init; } = Price;
}
