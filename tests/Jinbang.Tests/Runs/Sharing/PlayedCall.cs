namespace Jinbang.Tests.Runs.Sharing;

/// <summary>One call to a provider.</summary>
/// <param name="Holder">Who made it.</param>
/// <param name="Sitting">In which sitting.</param>
/// <param name="Model">Who is asked: the sitting's model, or a judge.</param>
/// <param name="Place">Which attempt.</param>
/// <param name="Cost">What it is billed.</param>
internal sealed record PlayedCall(long Holder, string Sitting, string Model, int Place, decimal Cost)
{
    /// <summary>The most that a call can cost.</summary>
    public const decimal Worst = 0.01m;

    public bool IsJudge => Model == "judge";

    /// <summary>Whether the reply never comes.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether the database knows what it cost.</summary>
    public bool IsBooked { get; set; }

    public string Key => $"{Sitting}-{Place:D4}{(IsJudge ? "-judged" : "")}";

    /// <summary>What may have been billed or was, once it has ended.</summary>
    public decimal Used => IsLost ? Worst : Cost;
}
