namespace Jinbang.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All done.</summary>
    public const int Done = 0;

    /// <summary>A model could not be examined fully, or a checked exam has errors.</summary>
    public const int Incomplete = 1;

    /// <summary>What the user gave cannot be used; nothing was asked.</summary>
    public const int BadInput = 2;

    /// <summary>The ledger could not be written, or is damaged; what was committed is kept.</summary>
    public const int LedgerFault = 3;

    /// <summary>Stopped by Ctrl-C or a signal; what was answered is kept.</summary>
    public const int Stopped = 130;
}
