namespace Jinbang.Tests.EndToEnd;

/// <summary>What the program said and how it ended.</summary>
internal sealed record Said(int ExitCode, string Output, string Errors)
{
    /// <summary>Fails with everything that was said unless the program ended as expected.</summary>
    public Said Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Expected exit code {exitCode}, got {ExitCode}.\n{Output}\n{Errors}");
        return this;
    }

    public Said Names(params string[] words)
    {
        Assert.All(words, word => Assert.Contains(word, Output + Errors, StringComparison.Ordinal));
        return this;
    }
}
