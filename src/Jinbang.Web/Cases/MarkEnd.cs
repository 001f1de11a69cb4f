namespace Jinbang.Web.Cases;

/// <summary>How giving a mark ended, as addresses have it.</summary>
internal static class MarkEnd
{
    public const string Kept = "marked";
    public const string Withdrawn = "withdrawn";
    public const string Busy = "busy";
    public const string Refused = "refused";
}
