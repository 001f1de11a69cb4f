namespace Jinbang.Cli.Summaries;

/// <summary>What one call to each configured provider has shown.</summary>
/// <param name="Providers">The providers, those of the workspace's models first.</param>
internal sealed record ProviderSummary(IReadOnlyList<ProviderLine> Providers)
{
    /// <summary>Whether every provider replied.</summary>
    public bool AllReplied => Providers.All(line => line.Replied);
}
