namespace Jinbang.Simulator.Houses;

/// <summary>Where a stream tells its tokens.</summary>
internal enum StreamUsage
{
    /// <summary>In an event of its own without choices, when <c>stream_options.include_usage</c> asks for it.</summary>
    Asked,

    /// <summary>In an event of its own without choices, always.</summary>
    OwnEvent,

    /// <summary>In the event that ends the choice, always.</summary>
    LastEvent,

    /// <summary>In each event, always.</summary>
    EveryEvent,

    /// <summary>Within the choice of the event that ends it, always, and in an event of its own when asked.</summary>
    InChoice,

    /// <summary>As <c>x_groq.usage</c> in the event that ends the choice, and in an event of its own when asked.</summary>
    XGroq,
}
