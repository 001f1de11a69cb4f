namespace Jinbang.Tests.Pages;

/// <summary>The tests that share a browser.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumGroup : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}
