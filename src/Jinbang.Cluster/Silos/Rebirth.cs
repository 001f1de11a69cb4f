using Jinbang.Cli;

namespace Jinbang.Cluster.Silos;

/// <summary>A silo that starts itself anew. The process stays and only what it runs is replaced, so that nobody need watch over a silo on a
/// developer's machine, and whoever does sees one that goes on.</summary>
internal static class Rebirth
{
    private const string Mark = "JINBANG_SILO_REBORN";

    /// <summary>Whether this one was among the others before. It tries until it is let in again, since how it was started was right once.</summary>
    public static bool IsOne { get; } = Environment.GetEnvironmentVariable(Mark) is { Length: > 0 };

    /// <summary>Starts anew; does not return.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
        {
            ProcessImage.Hand(Mark, "1");
            var words = Environment.GetCommandLineArgs();
            ProcessImage.Become(words[0], words[1..]);
        }

        Environment.Exit(ExitCode.DeclaredDead);
    }
}
