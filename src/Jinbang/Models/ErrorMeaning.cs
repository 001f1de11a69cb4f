namespace Jinbang.Models;

/// <summary>What an error's code means.</summary>
/// <param name="Kind">The kind of fault; null when the provider will not let the question or its reply through.</param>
public sealed record ErrorMeaning(FaultKind? Kind)
{
    /// <summary>The provider withholds a reply.</summary>
    public static ErrorMeaning Withheld { get; } = new((FaultKind?)null);
}
