namespace Jinbang.Cluster;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All done; a silo has left.</summary>
    public const int Done = 0;

    /// <summary>What the user gave cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>The silo was declared dead and could not start itself anew: whatever watches over it should.</summary>
    public const int DeclaredDead = 75;
}
