namespace Jinbang.Web.Access;

/// <summary>What somebody may do; each policy holds for those with the role it names or a higher one.</summary>
internal static class Policies
{
    /// <summary>See what is not open to everybody, such as private exams and bad cases.</summary>
    public const string Read = "read";

    /// <summary>Start runs and spend money; mark replies.</summary>
    public const string Run = "run";

    /// <summary>Everything.</summary>
    public const string Administer = "administer";
}
