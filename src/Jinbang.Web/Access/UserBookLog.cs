namespace Jinbang.Web.Access;

/// <summary>What is logged of the users file.</summary>
internal static partial class UserBookLog
{
    [LoggerMessage(LogLevel.Error, "The users file cannot be used; nobody can sign in until it is mended.")]
    public static partial void Unusable(ILogger log, Exception fault);
}
