namespace Jinbang.Tests.EndToEnd;

/// <summary>Whole programs run one after the other, so that their timing does not depend on each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EndToEndGroup
{
    public const string Name = "End to end";
}
