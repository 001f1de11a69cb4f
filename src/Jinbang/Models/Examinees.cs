using Jinbang.Models.Providers;
using Jinbang.Models.Providers.Batches;

namespace Jinbang.Models;

/// <summary>Makes providers' models ready to be asked; models of one provider share its connections.</summary>
/// <param name="catalogue">Providers.</param>
/// <param name="secrets">Keys.</param>
/// <param name="limits">How long a call may take and how much it may bring.</param>
/// <param name="time">The clock.</param>
public sealed class Examinees(Catalogue catalogue, Secrets secrets, CallLimits limits, TimeProvider time) : IDisposable
{
    private readonly Lock opening = new();
    private readonly Dictionary<string, ProviderConnection> connections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How fast accounts may be asked, by their provider's name or address, instead of what the catalogue says.</summary>
    public IReadOnlyDictionary<string, PaceLimits> Accounts { get; init; } = new Dictionary<string, PaceLimits>();

    /// <summary>Where endpoints outside the catalogue may lead when somebody else than the owner of this machine's network and keys
    /// may have named them; null when only the owner did. They are sent no key.</summary>
    public AddressRule? Addresses { get; init; }

    /// <summary>Makes a model ready; nothing is sent yet. It has no seed and no temperature where none is taken.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pace">How fast it may be asked; null when nobody said.</param>
    /// <exception cref="BadInputException">The provider is unknown, its key is missing, or the model's fields are not JSON.</exception>
    public Examinee Open(Model model, PaceLimits? pace = null)
    {
        var connection = Connect(model.Provider);
        model = Settled(model);
        var notices = new RateNotices();
        return new ChatExaminee(model, new ProviderChatClient(connection, model, notices), time)
        {
            Streaming = connection.Provider.Streaming || model.StreamsOnly,
            Limits = pace ?? PaceLimits.None,
            AccountLimits = Accounts.GetValueOrDefault(model.Provider, connection.Provider.Limits),
            Notices = notices,
            CostsIn = connection.Provider.CostCurrency is { } currency ? catalogue.Exchange(currency, time.Today()) : null,
            FinishReasons = connection.Provider.FinishReasons,
            Redaction = connection.Redaction,
            Batches = BatchClient.Of(connection, model),
        };
    }

    /// <summary>The model as <see cref="Open"/> has it, but not to be asked.</summary>
    /// <exception cref="BadInputException">The provider is unknown.</exception>
    public Examinee OpenAbsent(Model model) => new AbsentExaminee(Settled(model));

    /// <summary>Makes ready what asks a model once, with as little as can be; nothing is sent yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patience">Longest time that the call may take.</param>
    /// <exception cref="BadInputException">As of <see cref="Open"/>.</exception>
    public Probe Probe(Model model, TimeSpan patience) =>
        new(Open(Models.Probe.Shortened(model)), Connect(model.Provider), patience);

    /// <summary>The connections to a provider: a name of the catalogue, or an endpoint's address.</summary>
    /// <exception cref="BadInputException">The provider is unknown or its key is missing.</exception>
    public ProviderConnection Connect(string name)
    {
        lock (opening)
        {
            if (!connections.TryGetValue(name, out var connection))
            {
                var provider = ProviderOf(name);
                var rule = catalogue.Provider(name) is null && Addresses?.Trusts(name) == false ? Addresses : null;
                var key = rule is null ? secrets.KeyOf(provider) : null;
                connection = connections[name] = new ProviderConnection(provider, key, provider.Timeouts?.Over(limits) ?? limits, time, rule);
            }

            return connection;
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        foreach (var connection in connections.Values)
        {
            connection.Dispose();
        }
    }

    private Provider ProviderOf(string name) =>
        catalogue.Provider(name) ?? (name.Contains("://", StringComparison.Ordinal) ? Provider.At(name) : throw catalogue.NoProvider(name));

    // A setting that is not sent must not make another examination.
    private Model Settled(Model model) => model with
    {
        Seed = ProviderOf(model.Provider).SeedField is null ? null : model.Seed,
        Temperature = model.RefusesTemperature ? null : model.Temperature,
    };
}
