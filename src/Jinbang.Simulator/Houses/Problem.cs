namespace Jinbang.Simulator.Houses;

/// <summary>One refusal.</summary>
/// <param name="Trouble">Why.</param>
/// <param name="Message">What is wrong, in plain words; a house that has words of its own says those.</param>
internal sealed record Problem(Trouble Trouble, string Message)
{
    /// <summary>The field that is wrong; null when it is none.</summary>
    public string? Field { get; init; }

    /// <summary>The HTTP status to send; null for the house's own.</summary>
    public int? Status { get; init; }

    /// <summary>The refusal that an HTTP status stands for.</summary>
    public static Problem Of(int status, string message) => new(OfStatus(status), message) { Status = status };

    private static Trouble OfStatus(int status) => status switch
    {
        401 => Trouble.BadKey,
        402 => Trouble.NoQuota,
        404 => Trouble.UnknownModel,
        413 => Trouble.TooLarge,
        429 => Trouble.RateLimited,
        529 => Trouble.Overloaded,
        >= 400 and < 500 => Trouble.BadRequest,
        _ => Trouble.ServerError,
    };
}
