namespace Jinbang.Models;

/// <summary>Who serves models: an endpoint and what is needed to use it.</summary>
/// <param name="Name">The name that models refer to; for an endpoint outside the catalogue, its address.</param>
/// <param name="Endpoint">Where the dialect's paths begin, such as https://api.example.com/v1.</param>
public sealed record Provider(string Name, Uri Endpoint)
{
    /// <summary>The name shown to people.</summary>
    public string Title { get; init; } = Name;

    /// <summary>In what form it takes questions.</summary>
    public Dialect Dialect { get; init; }

    /// <summary>The provider whose models' names it shares, such as the same house's endpoint of another region; null for none.</summary>
    public string? Like { get; init; }

    /// <summary>The environment variable that holds the key; null when no key is ever sent.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>The head's field that shows the key as it is; null for a bearer token.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>What is made of the key before it is shown.</summary>
    public KeySigning KeySigning { get; init; }

    /// <summary>Further fields of every request's head.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How its models are told to think or not to; null when there is no common way.</summary>
    public ThinkingSwitch? Thinking { get; init; }

    /// <summary>Whether a stream must be asked for token counts; false where it tells them unasked or refuses the question.</summary>
    public bool StreamUsage { get; init; } = true;

    /// <summary>What its own words for a reply's end mean, where they are not the usual ones.</summary>
    public IReadOnlyDictionary<string, Outcome> FinishReasons { get; init; } = new Dictionary<string, Outcome>();

    /// <summary>What its own codes of errors mean, where their status and words do not tell.</summary>
    public IReadOnlyDictionary<string, ErrorMeaning> ErrorCodes { get; init; } = new Dictionary<string, ErrorMeaning>();

    /// <summary>What its messages of errors that begin so mean, where neither status nor code tells.</summary>
    public IReadOnlyDictionary<string, ErrorMeaning> ErrorMessages { get; init; } = new Dictionary<string, ErrorMeaning>();

    /// <summary>Whether calls without a key are sure to fail.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>The page that documents the endpoint; null when unknown.</summary>
    public string? Page { get; init; }

    /// <summary>The request field that limits a reply's tokens.</summary>
    public string MaxTokensField { get; init; } = "max_tokens";

    /// <summary>The request field that takes a seed; null when the provider does not say that it takes one.</summary>
    public string? SeedField { get; init; }

    /// <summary>Whether replies can be streamed.</summary>
    public bool Streaming { get; init; } = true;

    /// <summary>What the provider calls the cheap model that is examined when only its key is known; null for none.</summary>
    public string? DefaultModel { get; init; }

    /// <summary>How fast all models of an account may be asked together.</summary>
    public PaceLimits Limits { get; init; } = PaceLimits.None;

    /// <summary>How fast accounts of each rate-limit tier may be asked, as the provider's page says; the account's own is chosen with <c>tier</c>.</summary>
    public IReadOnlyDictionary<string, PaceLimits> Tiers { get; init; } = new Dictionary<string, PaceLimits>();

    /// <summary>The currency in which its replies tell what they cost, as ISO 4217 code; null when they do not.</summary>
    public string? CostCurrency { get; init; }

    /// <summary>Further fields that it needs in every request, as a JSON object; null for none.</summary>
    public string? ExtraFields { get; init; }

    /// <summary>How it takes batches; null when it takes none that we know of.</summary>
    public BatchTerms? Batch { get; init; }

    /// <summary>Time limits of its own, which go before those of the workspace; null for none.</summary>
    public TimeLimits? Timeouts { get; init; }

    /// <summary>A provider outside the catalogue, known by its address alone; its key, if any, is in JINBANG_API_KEY.</summary>
    /// <exception cref="BadInputException">The address is not an absolute http or https address.</exception>
    public static Provider At(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw new BadInputException(new(
                $"'{address}' is not an endpoint: give an address such as http://127.0.0.1:8000/v1.",
                $"“{address}”不是接口地址：请写成 http://127.0.0.1:8000/v1 这样的地址。"));
        }

        return new Provider(address, endpoint) { Title = Shown(endpoint), KeyVariable = "JINBANG_API_KEY", SeedField = "seed", Thinking = OpenServers };
    }

    // How vLLM, SGLang and the llama.cpp server pass a switch on to the model's chat template.
    private static readonly ThinkingSwitch OpenServers = new(
        """{"chat_template_kwargs": {"enable_thinking": true, "thinking": true}}""",
        """{"chat_template_kwargs": {"enable_thinking": false, "thinking": false}}""");

    /// <summary>The full address of one of the dialect's paths, such as chat/completions; a query stays at the end.</summary>
    public Uri Address(string path) =>
        new UriBuilder(Endpoint) { Path = $"{Endpoint.AbsolutePath.TrimEnd('/')}/{path}" }.Uri;

    /// <summary>The endpoint's scheme and host, without anything that could be secret.</summary>
    internal string Host => Shown(Endpoint);

    private static string Shown(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}
