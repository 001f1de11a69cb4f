namespace Jinbang.Models;

/// <summary>Reads a provider's entry of a catalogue file.</summary>
internal static class ProviderYaml
{
    /// <summary>The keys of an entry.</summary>
    public static readonly string[] Keys =
        [
            "name", "like", "title", "endpoint", "dialect", "key-variable", "needs-key", "key-header", "key-signing", "headers", "page",
            "max-tokens-field", "seed-field", "streaming", "stream-usage", "thinking", "extra-fields", "finish-reasons", "error-codes", "error-messages",
            "default-model", "limits", "tiers", "tier", "timeouts", "cost-currency", "batch",
        ];

    private static readonly Dictionary<string, Dialect> Dialects = new()
    {
        ["openai-chat"] = Dialect.OpenAiChat,
        ["openai-responses"] = Dialect.OpenAiResponses,
        ["anthropic"] = Dialect.Anthropic,
        ["gemini"] = Dialect.Gemini,
    };

    private static readonly Dictionary<string, KeySigning> Signings = new() { ["none"] = KeySigning.None, ["jwt"] = KeySigning.Jwt };

    private static readonly Dictionary<string, Outcome> Outcomes = new()
    {
        ["replied"] = Outcome.Replied,
        ["cut-off"] = Outcome.CutOff,
        ["refused"] = Outcome.Refused,
        ["failed"] = Outcome.Failed,
    };

    private static readonly Dictionary<string, ErrorMeaning> Meanings = new()
    {
        ["withheld"] = ErrorMeaning.Withheld,
        ["rate-limited"] = new(FaultKind.RateLimited),
        ["server"] = new(FaultKind.ServerError),
        ["key"] = new(FaultKind.Unauthorized),
        ["quota"] = new(FaultKind.QuotaExhausted),
        ["bad-request"] = new(FaultKind.BadRequest),
        ["too-long"] = new(FaultKind.PromptTooLong),
    };

    /// <summary>The provider that an entry makes of what is known: of itself, or of the one it is like.</summary>
    /// <exception cref="BadInputException">A value is missing or not what it should be; names the line.</exception>
    public static Provider Read(YamlMap entry, IReadOnlyDictionary<string, Provider> known)
    {
        var old = known.GetValueOrDefault(entry.Required("name")) ?? Pattern(entry, known);
        old ??= new Provider(entry.Required("name"), Address(entry) ?? throw entry.Missing("endpoint"));
        var own = entry.MapsByName("tiers", LimitsYaml.Keys).ToDictionary(tier => tier.Name, tier => LimitsYaml.Read(tier.Map)!);
        var tiers = own.Count > 0 ? own : old.Tiers;
        return Spoken(entry, old) with
        {
            Endpoint = Address(entry) ?? old.Endpoint,
            Title = entry.Text("title") ?? old.Title,
            KeyVariable = entry.Text("key-variable") ?? old.KeyVariable,
            NeedsKey = entry.Flag("needs-key") ?? (old.NeedsKey || entry.Text("key-variable") is not null),
            Page = entry.Text("page") ?? old.Page,
            DefaultModel = entry.Text("default-model") ?? old.DefaultModel,
            Tiers = tiers,
            Limits = LimitsYaml.Read(entry.Map("limits", LimitsYaml.Keys)) ?? (entry.Text("tier") is null ? old.Limits : Chosen(entry, "tier", tiers)),
            CostCurrency = entry.Text("cost-currency") ?? old.CostCurrency,
            Timeouts = TimeLimits.Read(entry, old.Timeouts),
            Batch = BatchTerms.Read(entry) ?? old.Batch,
        };
    }

    // How it is spoken to.
    private static Provider Spoken(YamlMap entry, Provider old) => old with
    {
        Dialect = entry.OneOf("dialect", Dialects) ?? old.Dialect,
        KeyHeader = entry.Text("key-header") ?? old.KeyHeader,
        KeySigning = entry.OneOf("key-signing", Signings) ?? old.KeySigning,
        Headers = entry.Names("headers") ?? old.Headers,
        MaxTokensField = entry.Text("max-tokens-field") ?? old.MaxTokensField,
        SeedField = entry.Text("seed-field") is { } field ? (field == "none" ? null : field) : old.SeedField,
        Streaming = entry.Flag("streaming") ?? old.Streaming,
        StreamUsage = entry.Flag("stream-usage") ?? old.StreamUsage,
        Thinking = entry.Map("thinking", "on", "off") is { } thinking ? ThinkingSwitch.Read(thinking) : old.Thinking,
        ExtraFields = JsonFields.Read(entry, "extra-fields") ?? old.ExtraFields,
        FinishReasons = Meant(entry, "finish-reasons", Outcomes) ?? old.FinishReasons,
        ErrorCodes = Meant(entry, "error-codes", Meanings) ?? old.ErrorCodes,
        ErrorMessages = Meant(entry, "error-messages", Meanings) ?? old.ErrorMessages,
    };

    // Limits and a title belong to the one endpoint, so that they are not taken over.
    private static Provider? Pattern(YamlMap entry, IReadOnlyDictionary<string, Provider> known)
    {
        if (entry.Text("like") is not { } like)
        {
            return null;
        }

        var pattern = known.GetValueOrDefault(like) ?? throw entry.Wrong("like", like, new("a provider that stands before", "前面已有的服务商"));
        var name = entry.Required("name");
        return pattern with { Name = name, Title = name, Like = pattern.Like ?? like, Limits = PaceLimits.None };
    }

    private static Uri? Address(YamlMap entry) => entry.Text("endpoint") is not { } endpoint ? null
        : Uri.IsWellFormedUriString(endpoint, UriKind.Absolute) ? new Uri(endpoint)
        : throw entry.Wrong("endpoint", endpoint, new("an address such as https://api.example.com/v1", "https://api.example.com/v1 这样的地址"));

    private static T Chosen<T>(YamlMap entry, string key, IReadOnlyDictionary<string, T> all) =>
        entry.Required(key) is var word && all.TryGetValue(word, out var value) ? value : throw entry.Wrong(key, word, Expected(all.Keys));

    private static Dictionary<string, T>? Meant<T>(YamlMap entry, string key, Dictionary<string, T> all) => entry.Names(key)?.ToDictionary(
        pair => pair.Key,
        pair => all.TryGetValue(pair.Value, out var value) ? value : throw entry.Wrong(key, pair.Value, Expected(all.Keys)),
        StringComparer.OrdinalIgnoreCase);

    private static Phrase Expected(IEnumerable<string> words)
    {
        var list = string.Join(", ", words);
        return new($"one of {list}", $"{list} 之一");
    }
}
