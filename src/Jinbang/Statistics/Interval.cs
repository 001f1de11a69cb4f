namespace Jinbang.Statistics;

/// <summary>A range that an unknown value lies in.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct Interval(double Low, double High);
