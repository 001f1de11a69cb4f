using System.Diagnostics.CodeAnalysis;

namespace Jinbang.Tests;

/// <summary>What tests need on the machine besides .NET.</summary>
internal static class Component
{
    /// <summary>Skips the test by name; where everything was to be installed, fails it instead.</summary>
    [DoesNotReturn]
    public static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("JINBANG_TESTS_NEED_ALL") == "1")
        {
            Assert.Fail(what);
        }

        Assert.Skip(what);
    }
}
