namespace Jinbang.Tests.EndToEnd;

/// <summary>Whole programs that are killed, interrupted or timed in what takes moments run one after the other and beside no other test, so that
/// their timing does not depend on each other; the others run beside anything.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EndToEndGroup
{
    public const string Name = "End to end";
}
