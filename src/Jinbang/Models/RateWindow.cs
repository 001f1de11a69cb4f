namespace Jinbang.Models;

/// <summary>What a provider said of one of its rate limits, as it stood when it let a call in or refused it.</summary>
/// <param name="Limit">Requests or tokens that it allows in its period.</param>
/// <param name="Remaining">Those left.</param>
/// <param name="Reset">Time until all of them are there again.</param>
public readonly record struct RateWindow(double Limit, double Remaining, TimeSpan Reset);
