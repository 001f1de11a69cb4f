namespace Jinbang.Simulator.Faults;

/// <summary>The ways in which a reply goes wrong.</summary>
public enum Flaw
{
    /// <summary>An HTTP error status with an error body.</summary>
    Status,

    /// <summary>A page of HTML, as gateways send.</summary>
    Html,

    /// <summary>Status 200 with an error body.</summary>
    Error200,

    /// <summary>The connection ends before any header.</summary>
    CutEarly,

    /// <summary>The connection ends in the middle of the body.</summary>
    Cut,

    /// <summary>Headers, and of a stream the first half, then a pause before the rest.</summary>
    Stall,

    /// <summary>Nothing, not even headers, before a pause.</summary>
    Slow,

    /// <summary>JSON that ends too early.</summary>
    Malformed,

    /// <summary>The right body under the wrong content type.</summary>
    ContentType,

    /// <summary>A stream with comments between its events; blank lines before a plain body.</summary>
    KeepAlive,

    /// <summary>A stream that sends one of its events twice; a plain body is sent once.</summary>
    Duplicate,

    /// <summary>A reply without text.</summary>
    Empty,

    /// <summary>A reply without choices.</summary>
    EmptyChoices,

    /// <summary>Half of the text, cut off at a token limit that nobody asked for.</summary>
    Truncated,

    /// <summary>No text, since a content filter withheld it.</summary>
    Filter,

    /// <summary>The prompt is withheld: by an error where the house has one for it, else as <see cref="Filter"/>.</summary>
    FilterPrompt,

    /// <summary>Half of the text, and the house's word for a server that gave up; a cut where the house has none.</summary>
    Broken,

    /// <summary>An error in the middle of a stream; of a plain body, an error with status 200.</summary>
    ErrorMidway,

    /// <summary>The house's refusal of a wrong key.</summary>
    BadKey,

    /// <summary>The house's refusal of an account without money or quota.</summary>
    NoQuota,

    /// <summary>The house's refusal of too many requests.</summary>
    RateLimited,

    /// <summary>The house's refusal of a prompt that does not fit into the model's context.</summary>
    TooLong,

    /// <summary>The house's own word for having failed.</summary>
    ServerError,

    /// <summary>The house's own word for being too busy.</summary>
    Overloaded,

    /// <summary>A reply that does not tell its tokens.</summary>
    NoUsage,

    /// <summary>A reply that tells a negative number of tokens.</summary>
    NegativeUsage,

    /// <summary>A reply that tells more tokens than any context holds.</summary>
    AbsurdUsage,

    /// <summary>A reply of 100 MB.</summary>
    Huge,

    /// <summary>A few megabytes of gzip that unpack to 10 GB.</summary>
    Bomb,
}
