using Jinbang.Models;
using Jinbang.Models.Providers;
using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>Makes the models ready that a command or a workspace names.</summary>
public sealed class Roster : IDisposable
{
    /// <summary>Most yuan for a run whose models nobody named, because only a key was found.</summary>
    public const decimal UnaskedBudget = 5;

    private const int Seed = 1;
    private readonly Workspace workspace;
    private readonly Catalogue catalogue;
    private readonly ModelNames names;
    private readonly Secrets secrets;
    private readonly Examinees examinees;
    private readonly Plugins plugins;
    private readonly TimeProvider time;

    /// <param name="workspace">Whose models it knows.</param>
    /// <param name="tell">Is told what a reader must know beforehand.</param>
    /// <param name="time">The clock.</param>
    /// <param name="addresses">Where endpoints may lead that others than the workspace's owner may have named, such as <see cref="Workspace.Addresses"/>
    /// of the workspace as its file has it; null when nobody else could.</param>
    /// <exception cref="BadInputException">The catalogue, keys or limits cannot be used.</exception>
    public Roster(Workspace workspace, Action<Phrase> tell, TimeProvider time, AddressRule? addresses = null)
    {
        this.workspace = workspace;
        this.time = time;
        catalogue = Catalogue.Load(Located(workspace.Catalogue), Located(workspace.Fx));
        names = new ModelNames(workspace, catalogue);
        secrets = Secrets.Read(Surroundings.Variables(), workspace.KeyFiles);
        examinees = new Examinees(catalogue, secrets, workspace.Timeouts?.Over(new CallLimits()) ?? new CallLimits(), time)
        {
            Accounts = workspace.Limits,
            Addresses = addresses,
        };
        RefuseStrangers(workspace.Limits.Keys);
        plugins = new Plugins(tell);
    }

    /// <summary>How GGUF models answer.</summary>
    public AnswerBy AnswerBy { get; init; }

    /// <summary>Whether candidates are asked in batches, at the price of those.</summary>
    public bool InBatches { get; init; }

    /// <summary>Whether nobody is asked, so that no key is needed.</summary>
    public bool IsReplay { get; init; }

    /// <summary>Who is to be examined: the models named on the command line, else in the workspace, else those that
    /// keys offer, else the local ones with the random baseline.</summary>
    /// <param name="written">Names given on the command line.</param>
    /// <param name="endpoint">An endpoint given on the command line, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">An endpoint serves several models and none was named.</exception>
    public async Task<Line> ChooseAsync(IReadOnlyList<string> written, string? endpoint, CancellationToken cancellationToken)
    {
        if (endpoint is not null)
        {
            var served = written.Count > 0 ? written : [await OnlyModelAsync(endpoint, cancellationToken)];
            return new Line([.. served.Select(name => new WorkspaceModel(name) { Provider = endpoint })], Origin.Named);
        }

        if (written.Count > 0)
        {
            return new Line([.. written.SelectMany(name => names.Find(name, workspace.Models))], Origin.Named);
        }

        if (workspace.Models.Count > 0)
        {
            return new Line([.. workspace.Models.Select(names.AtHost)], Origin.Named);
        }

        var offered = Offered().ToList();
        return offered.Count > 0
            ? new Line(offered, Origin.Keys)
            : new Line([.. LocalModelNames.Select(name => new WorkspaceModel(name))], Origin.Local);
    }

    /// <summary>Who judges: those named on the command line, else in the workspace.</summary>
    /// <param name="written">Names given on the command line.</param>
    /// <param name="endpoint">An endpoint given on the command line, where a name that is known nowhere else is served.</param>
    /// <exception cref="BadInputException">One only picks from choices and cannot read.</exception>
    public Line ChooseJudges(IReadOnlyList<string> written, string? endpoint)
    {
        var chosen = written.Count > 0 ? [.. written.Select(name => new WorkspaceModel(name))] : workspace.Judges;
        if (chosen.FirstOrDefault(judge => LocalModelNames.Contains(judge.Name)) is { Name: var picker })
        {
            throw new BadInputException(new(
                $"{picker} picks from choices and cannot read, so it cannot judge. Name a model that writes.",
                $"{picker} 只会从选项中挑选，不能阅读，无法当评判者。请指定会生成文字的模型。"));
        }

        return new Line([.. chosen.Select(judge => Known(judge, endpoint))], Origin.Named);
    }

    /// <summary>Makes the models ready that are examined.</summary>
    /// <exception cref="BadInputException">A model is unknown or cannot be made ready.</exception>
    public async Task<IReadOnlyList<Candidate>> OpenCandidatesAsync(IReadOnlyList<WorkspaceModel> models, CancellationToken cancellationToken)
    {
        var candidates = await OpenAsync(models, cancellationToken);
        return InBatches ? [.. candidates.Select(AtBatchPrice)] : candidates;
    }

    /// <summary>Makes the models ready.</summary>
    /// <exception cref="BadInputException">A model is unknown or cannot be made ready.</exception>
    public async Task<IReadOnlyList<Candidate>> OpenAsync(IReadOnlyList<WorkspaceModel> models, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        foreach (var model in models)
        {
            candidates.Add(await OpenAsync(model, cancellationToken));
        }

        return candidates;
    }

    /// <summary>One model of each provider that the workspace names or whose key is found: of those named the cheapest, else
    /// the provider's default.</summary>
    /// <exception cref="BadInputException">The workspace names a model that nobody is known to serve.</exception>
    public IEnumerable<Model> OneOfEachProvider()
    {
        var named = workspace.Models.Concat(workspace.Judges).Where(model => !IsLocal(model)).Select(names.AtHost).Select(Served);
        var cheapest = named.GroupBy(model => model.Provider, StringComparer.OrdinalIgnoreCase)
            .Select(served => served.MinBy(model => model.Price?.InYuan()?.Output ?? decimal.MaxValue)!).ToList();
        var keys = cheapest.Select(KeyVariable).ToHashSet();
        return cheapest.Concat(Offered().Select(Served).Where(model => !keys.Contains(KeyVariable(model))));

        string? KeyVariable(Model model) => catalogue.Provider(model.Provider)?.KeyVariable;
    }

    /// <summary>Makes ready what asks a model once, with as little as can be.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patience">Longest time that the call may take.</param>
    /// <exception cref="BadInputException">Its key is missing or cannot be one, or its fields are not JSON.</exception>
    public Probe Probe(Model model, TimeSpan patience) => examinees.Probe(model, patience);

    /// <summary>The catalogue, for people.</summary>
    public ModelShelf Shelf => new(catalogue, IsAtHand, time.Today());

    /// <summary>The catalogue for people who may not know which keys are here.</summary>
    public ModelShelf ShelfWithoutKeys => new(catalogue, _ => false, time.Today());

    /// <summary>The name of a provider as the catalogue writes it.</summary>
    /// <exception cref="BadInputException">It is unknown.</exception>
    public string KnownProvider(string written) => catalogue.Provider(written)?.Name ?? throw catalogue.NoProvider(written);

    /// <summary>Whether calls to a provider of the catalogue can be tried.</summary>
    public bool HasKey(string provider) => catalogue.Provider(provider) is { } known && secrets.Suffice(known);

    // A server on the user's own machine needs no key, but nobody knows whether it runs: it must be named.
    private bool IsAtHand(string provider) => catalogue.Provider(provider) is { NeedsKey: true } known && secrets.Suffice(known);

    /// <summary>What is known of a model by its name, with its price where known.</summary>
    public Model Describe(string name)
    {
        var named = names.Find(name, workspace.Models)[0];
        return catalogue.Priced(named.Over(catalogue.Listed(named.KnownAs)?.At(named.Provider)), time.Today());
    }

    /// <summary>The price of a model on a day: its own of the workspace where that is no later, else the catalogue's; null when unknown.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="provider">Who serves it; null for the one that the catalogue prefers.</param>
    /// <param name="day">The day, of whose exchange rate too; null for the newest price and today's rate.</param>
    public Price? Price(string name, string? provider, DateOnly? day)
    {
        var named = names.Find(name, workspace.Models.Concat(workspace.Judges))[0];
        var price = named.Price is { } own && !(own.Date > day)
            ? own
            : catalogue.Listed(named.KnownAs)?.PriceAt(provider ?? named.Provider, day);
        return price is null ? null : price with { Exchange = catalogue.Exchange(price.Currency, day ?? time.Today()) };
    }

    public void Dispose() => examinees.Dispose();

    private static Candidate AtBatchPrice(Candidate candidate) => candidate.Examinee is { Batching.Terms.PriceShare: var usual, Model.Price: var price }
        ? candidate with { Rate = candidate.Rate?.InBatch(price?.Batch ?? usual) }
        : candidate;

    private static string[] LocalModelNames => ["embedded:minilm", "embedded:arctic-xs", RandomExaminee.Name];

    private string? Located(string? file) => file is null ? null : workspace.Locate(file);

    private WorkspaceModel Known(WorkspaceModel judge, string? endpoint)
    {
        var named = judge.Provider is null ? names.Find(judge.Name, workspace.Judges.Concat(workspace.Models))[0] : judge;
        var isAtEndpoint = endpoint is not null && named.Provider is null && catalogue.Listed(named.KnownAs) is null;
        return isAtEndpoint ? named with { Provider = endpoint } : named;
    }

    private IEnumerable<WorkspaceModel> Offered() => catalogue.Providers
        .Where(provider => provider is { NeedsKey: true, DefaultModel: not null } && secrets.Suffice(provider))
        .DistinctBy(provider => provider.KeyVariable) // of a house's regions the first
        .Select(provider => new WorkspaceModel(provider.DefaultModel!) { Provider = provider.Name });

    private async Task<Candidate> OpenAsync(WorkspaceModel wanted, CancellationToken cancellationToken)
    {
        // What runs in this process is billed by nobody.
        var free = new Rate(0, 0, 0);
        if (wanted.Name == RandomExaminee.Name)
        {
            return new Candidate(new RandomExaminee(wanted.Seed ?? Seed), free);
        }

        if (PluginFolder.Serves(wanted.Name))
        {
            var folder = await plugins.FolderForAsync(wanted.Name, cancellationToken);
            var settings = new LocalSettings(time) { AnswerBy = AnswerBy };
            return new Candidate(folder.Open(wanted.Name, wanted.MaxOutputTokens is { } most ? settings with { MaxOutputTokens = most } : settings), free);
        }

        var model = Served(wanted);
        return new Candidate(IsReplay ? examinees.OpenAbsent(model) : examinees.Open(model, wanted.Limits), model.Price?.InYuan());
    }

    private static bool IsLocal(WorkspaceModel model) => model.Name == RandomExaminee.Name || PluginFolder.Serves(model.Name);

    private Model Served(WorkspaceModel wanted)
    {
        var model = catalogue.Priced(wanted.Over(Known(wanted)), time.Today());
        return model.Provider.Length > 0 ? model : throw Unknown(wanted.Name);
    }

    /// <summary>The catalogue's answer: as the provider asked for serves it, else one whose key is here.</summary>
    private Model? Known(WorkspaceModel wanted)
    {
        var listed = catalogue.Listed(wanted.KnownAs);
        return listed?.At(wanted.Provider ?? listed.HostsOn(time.Today()).FirstOrDefault(IsAtHand));
    }

    private async Task<string> OnlyModelAsync(string endpoint, CancellationToken cancellationToken)
    {
        try
        {
            var served = await OpenAiModelList.GetAsync(examinees.Connect(endpoint), cancellationToken);
            var names = string.Join(", ", served.Take(20));
            return served.Count == 1 ? served[0] : throw new BadInputException(new(
                $"{endpoint} serves {served.Count} models: say which with --model. {names}",
                $"{endpoint} 有 {served.Count} 个模型：请用 --model 指定。{names}"));
        }
        catch (ProviderException fault)
        {
            throw new BadInputException(new(
                $"Say which model with --model; the list of {endpoint} could not be had: {fault.Problem.English}",
                $"请用 --model 指定模型；无法取得 {endpoint} 的模型列表：{fault.Problem.Chinese}"), fault);
        }
    }

    private void RefuseStrangers(IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => catalogue.Provider(name) is null && !name.Contains("://", StringComparison.Ordinal)) is { } stranger)
        {
            var known = catalogue.Providers.Select(provider => provider.Name).ToArray();
            var meant = Spelling.Nearest(stranger, known) ?? string.Join(", ", known);
            throw new BadInputException(new(
                $"{Workspace.FileName}: limits names the provider '{stranger}', which is not known. Known, or meant: {meant}; or give an address.",
                $"{Workspace.FileName}：limits 中的服务商“{stranger}”未知。可用：{meant}；也可写接口地址。"));
        }
    }

    private BadInputException Unknown(string name)
    {
        var meant = Spelling.Nearest(name, catalogue.Models.SelectMany(model => model.Modes).Select(model => model.Name));
        return new BadInputException(meant is null
            ? new(
                $"The model {name} is not in the catalogue. Give its --endpoint, or describe it in {Workspace.FileName}.",
                $"目录中没有模型 {name}。请给出 --endpoint，或在 {Workspace.FileName} 中描述它。")
            : new($"The model {name} is not in the catalogue. Did you mean {meant}?", $"目录中没有模型 {name}。是否想写 {meant}？"));
    }
}
