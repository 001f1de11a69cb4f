namespace Jinbang.Tests;

/// <summary>Public data sets that tests read and never ship; a test is skipped by name where they are absent.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    public static string Path(string relative)
    {
        Assert.SkipWhen(Root is null, "The shared data folder is absent (set JINBANG_SHARED).");
        return System.IO.Path.Combine(Root, relative);
    }

    private static string? Find()
    {
        var told = Environment.GetEnvironmentVariable("JINBANG_SHARED");
        if (Directory.Exists(told))
        {
            return told;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = System.IO.Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(beside, "banks")))
            {
                return beside;
            }
        }

        return null;
    }
}
