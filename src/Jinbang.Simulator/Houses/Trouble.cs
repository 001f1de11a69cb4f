namespace Jinbang.Simulator.Houses;

/// <summary>Why a house refuses a request, whatever it calls it.</summary>
public enum Trouble
{
    /// <summary>The request is wrong in some other way.</summary>
    BadRequest,

    /// <summary>A field that must be there is not.</summary>
    MissingField,

    /// <summary>A field that the house does not have.</summary>
    UnknownField,

    /// <summary>A field that the house has, but not for this model.</summary>
    UnsupportedField,

    /// <summary>A field holds another kind of JSON than it should.</summary>
    WrongType,

    /// <summary>A field holds a value outside of what it may.</summary>
    OutOfRange,

    /// <summary>The body is larger than any request may be.</summary>
    TooLarge,

    /// <summary>No key is shown.</summary>
    NoKey,

    /// <summary>The key is wrong.</summary>
    BadKey,

    /// <summary>The account has no money or quota left.</summary>
    NoQuota,

    /// <summary>Too many requests or tokens at once.</summary>
    RateLimited,

    /// <summary>There is no such model.</summary>
    UnknownModel,

    /// <summary>The prompt or its reply is withheld for what it says.</summary>
    Filtered,

    /// <summary>The prompt does not fit into the model's context.</summary>
    TooLong,

    /// <summary>The house has failed.</summary>
    ServerError,

    /// <summary>The house is too busy.</summary>
    Overloaded,
}
