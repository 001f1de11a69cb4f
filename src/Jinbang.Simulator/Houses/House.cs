using System.Text.Json;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Simulator.Houses;

/// <summary>How one house deviates from others that speak its dialect. All of it is data, read by <see cref="HouseFile"/>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Errors">How it tells of errors.</param>
internal sealed record House(string Name, ErrorForms Errors)
{
    private const string Bearer = "Bearer ";
    private const string Root = "/";

    /// <summary>The name shown to people.</summary>
    public string Title { get; init; } = Name;

    /// <summary>The beginning of its paths on the simulator; / for none.</summary>
    public string Mount { get; init; } = Root;

    /// <summary>Where its own paths begin, such as /compatible-mode/v1.</summary>
    public string Base { get; init; } = "/v1";

    /// <summary>What it speaks.</summary>
    public Models.Dialect Dialect { get; init; }

    /// <summary>The pages that its rules are taken from.</summary>
    public IReadOnlyList<Citation> Pages { get; init; } = [];

    /// <summary>The head's field with the key; null for a bearer token.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>Whether a bearer token will do where the field with the key is missing.</summary>
    public bool TakesBearer { get; init; }

    /// <summary>Whether a token will do without the word that says that it is a bearer's.</summary>
    public bool TakesBare { get; init; }

    /// <summary>The address's parameter that may hold the key instead; null for none.</summary>
    public string? KeyQuery { get; init; }

    /// <summary>How the key is shown.</summary>
    public KeyForm KeyForm { get; init; }

    /// <summary>Whether a request must show a key.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>Further fields that a request's head must have.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>What a request's fields may hold.</summary>
    public IReadOnlyList<FieldRule> Fields { get; init; } = [];

    /// <summary>Whether a field that has no rule is refused.</summary>
    public bool IsStrict { get; init; }

    /// <summary>What messages may have as their role; empty for anything.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>How thinking is switched; null where models just do, and chat completions show it as reasoning_content.</summary>
    public Thought? Thought { get; init; }

    /// <summary>What holds for some models; the first that says a thing counts.</summary>
    public IReadOnlyList<ModelRule> Models { get; init; } = [];

    /// <summary>Where a stream tells its tokens.</summary>
    public StreamUsage Usage { get; init; }

    /// <summary>Its words for the ends of replies; those left out never happen.</summary>
    public IReadOnlyDictionary<Finish, string> Finishes { get; init; } = new Dictionary<Finish, string>();

    /// <summary>Further fields of each reply and of each event of a stream.</summary>
    public IReadOnlyList<JsonProperty> ReplyExtra { get; init; } = [];

    /// <summary>What a stream begins with before its first event, such as a comment; empty for nothing.</summary>
    public string StreamOpening { get; init; } = "";

    /// <summary>Whether the tokens of replies leave out those of thinking, which then count only in the total.</summary>
    public bool IsThinkingApart { get; init; }

    /// <summary>How it tells of its limits; null for as the options say.</summary>
    public LimitHeaders? LimitHeaders { get; init; }

    /// <summary>The address of a path, such as /chat/completions, on the simulator.</summary>
    public string At(string path) => (Mount == Root ? "" : "/" + Mount) + Base + path;

    /// <summary>The key that a request shows; empty when it shows none.</summary>
    public string KeyOf(HttpRequest request)
    {
        if (KeyQuery is not null && request.Query[KeyQuery].ToString() is { Length: > 0 } asked)
        {
            return asked;
        }

        if (KeyHeader is not null && (!TakesBearer || request.Headers.ContainsKey(KeyHeader)))
        {
            return request.Headers[KeyHeader].ToString();
        }

        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : TakesBare ? header : "";
    }

    /// <summary>The rules about a model.</summary>
    public IEnumerable<ModelRule> RulesFor(string model) => Models.Where(rule => rule.Like.IsMatch(model));
}
