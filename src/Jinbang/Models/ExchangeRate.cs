namespace Jinbang.Models;

/// <summary>What one unit of a currency is worth in yuan.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Yuan">Yuan for one unit.</param>
/// <param name="Date">The day the rate is of.</param>
/// <param name="Source">Who says so.</param>
public sealed record ExchangeRate(string Currency, decimal Yuan, DateOnly Date, string Source);
