namespace Jinbang.Web.Faults;

/// <summary>What is logged of errors.</summary>
internal static partial class FaultLog
{
    [LoggerMessage(LogLevel.Error, "{Path} failed.")]
    public static partial void Unforeseen(ILogger log, string path, Exception error);
}
