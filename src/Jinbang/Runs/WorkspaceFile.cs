using System.Globalization;
using System.Net;
using Jinbang.Models;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Runs;

/// <summary>Reads <c>jinbang.yaml</c>, strictly.</summary>
public static class WorkspaceFile
{
    private static readonly string[] Keys =
    [
        "exams", "language", "models", "prompts", "catalogue", "fx", "secrets", "boards", "show", "style",
        "repeats", "limit", "concurrency", "budget", "spend-up-to-budget", "allow-unknown-price", "edition", "judge", "judges", "judge-sample",
        "limits", "retries", "timeouts", "log", "taxonomy", "exclude", "private", "allow-addresses", "ledger",
    ];

    private static readonly Dictionary<string, bool> ShowsHosts = new() { ["model"] = false, ["host"] = true };

    private static readonly Dictionary<string, bool> HasSeedStyle = new() { ["full"] = false, ["seed"] = true };

    private static readonly string[] ModelKeys =
    [
        "name", "provider", "endpoint", "id", "house", "open", "temperature", "seed", "max-output-tokens", "extra-fields", "price", "limits", "budget",
    ];

    private static readonly string[] PriceKeys = ["input", "cached-input", "output", "currency", "date", "source"];

    /// <summary>Reads the folder's file, or gives the defaults when it has none.</summary>
    /// <exception cref="BadInputException">The file has an unknown key or a value that makes no sense; names the line.</exception>
    public static Workspace Read(string folder)
    {
        var file = Path.Combine(folder, Workspace.FileName);
        if (!File.Exists(file))
        {
            return new Workspace { Folder = folder };
        }

        using var text = File.OpenText(file);
        return YamlMap.Parse(text, file, Keys) is { } map ? Read(map, folder) : new Workspace { Folder = folder };
    }

    private static Workspace Read(YamlMap map, string folder)
    {
        var models = ToldApart([.. map.MapsOrTexts("models", "name", ModelKeys).Select(Read)]);
        var judges = ToldApart([.. Judges(map)]);
        return new Workspace
        {
            Folder = folder,
            Exams = map.Texts("exams") ?? [],
            Private = map.Texts("private") ?? [],
            AllowedAddresses = [.. (map.Texts("allow-addresses") ?? []).Select(written => ReadNetwork(written) ?? throw map.Wrong("allow-addresses", written, Network))],
            Language = map.Parsed<Language>("language", new("zh or en", "zh 或 en"), Languages.Parse),
            Models = models,
            Judges = judges,
            Prompts = map.Text("prompts"),
            Catalogue = map.Text("catalogue"),
            Fx = map.Text("fx"),
            LedgerElsewhere = map.Text("ledger") is { } ledger ? LedgerAddress.Parse(ledger).Seen(folder, () => null) : null,
            Secrets = map.Text("secrets"),
            Boards = map.Text("boards") ?? "boards",
            ShowsHosts = map.OneOf("show", ShowsHosts) ?? false,
            HasSeedStyle = map.OneOf("style", HasSeedStyle) ?? false,
            Limits = map.MapsByName("limits", LimitsYaml.Keys)
                .ToDictionary(limits => limits.Name, limits => LimitsYaml.Read(limits.Map)!, StringComparer.OrdinalIgnoreCase),
            Log = map.Text("log"),
            Taxonomy = map.Text("taxonomy"),
            Exclusions = [.. map.Maps("exclude", Exclusion.Keys).Select(Exclusion.Read)],
            Timeouts = TimeLimits.Read(map, null),
            Run = ReadRun(map, [.. models, .. judges]),
        };
    }

    private static RunSettings ReadRun(YamlMap map, IEnumerable<WorkspaceModel> asked)
    {
        var run = new RunSettings();
        return run with
        {
            Repeats = Count(map, "repeats") ?? run.Repeats,
            Limit = Count(map, "limit"),
            Concurrency = Count(map, "concurrency") ?? run.Concurrency,
            Budget = map.Number("budget"),
            ModelBudgets = Budgets(asked) is { Count: > 0 } budgets ? budgets : run.ModelBudgets,
            SpendUpToBudget = map.Flag("spend-up-to-budget") ?? false,
            AllowUnknownPrice = map.Flag("allow-unknown-price") ?? false,
            Edition = map.Text("edition"),
            JudgeSample = Count(map, "judge-sample") ?? run.JudgeSample,
            Retries = map.Map("retries", "most", "minutes") is { } retries ? Read(retries, run.Retries) : run.Retries,
        };
    }

    private static IEnumerable<WorkspaceModel> Judges(YamlMap map)
    {
        var judges = map.MapsOrTexts("judges", "name", ModelKeys).Select(Read);
        return map.Text("judge") is { } only ? judges.Prepend(new WorkspaceModel(only)) : judges;
    }

    /// <summary>Models of one name are told apart by who serves them.</summary>
    private static List<WorkspaceModel> ToldApart(List<WorkspaceModel> models)
    {
        var twins = models.GroupBy(model => model.Name).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        return [.. models.Select(model => twins.Contains(model.Name) && model.Provider is { } provider
            ? model with { Name = Hosting.NameAt(model.Name, provider), CatalogueName = model.Name }
            : model)];
    }

    /// <summary>The caps of models; of one that is named twice, as examinee and as judge, the lower one.</summary>
    private static Dictionary<string, decimal> Budgets(IEnumerable<WorkspaceModel> models) => models
        .Where(model => model.Budget is not null)
        .GroupBy(model => model.Name)
        .ToDictionary(same => same.Key, same => same.Min(model => model.Budget!.Value));

    private static WorkspaceModel Read(YamlMap map) => new(map.Required("name"))
    {
        Provider = map.Text("endpoint") ?? map.Text("provider"),
        Id = map.Text("id"),
        House = map.Text("house"),
        Open = map.Flag("open"),
        Temperature = map.Number("temperature"),
        Seed = map.Parsed<int>("seed", new("a whole number from 0 to 2147483647", "0 到 2147483647 的整数"), ReadSeed),
        MaxOutputTokens = Count(map, "max-output-tokens"),
        ExtraFields = map.Text("extra-fields"),
        Limits = LimitsYaml.Read(map.Map("limits", LimitsYaml.Keys)),
        Budget = map.Number("budget"),
        Price = map.Map("price", PriceKeys) is { } price ? ReadPrice(price) : null,
    };

    private static RetrySettings Read(YamlMap map, RetrySettings usual) => usual with
    {
        Most = map.Parsed<int>("most", new("a whole number from 0 to 100", "0 到 100 的整数"), text =>
            int.TryParse(text, out var number) && number is >= 0 and <= 100 ? number : null) ?? usual.Most,
        LongestTrying = Count(map, "minutes") is { } minutes ? TimeSpan.FromMinutes(minutes) : usual.LongestTrying,
    };

    private static Price ReadPrice(YamlMap map) => new(
        map.Number("input") ?? throw map.Missing("input"),
        map.Number("output") ?? throw map.Missing("output"),
        map.Required("currency"),
        map.Date("date") ?? throw map.Missing("date"),
        map.Text("source") ?? Workspace.FileName)
    {
        CachedInputPerMillion = map.Number("cached-input"),
    };

    private static Phrase Network => new("addresses or networks such as 10.1.2.3, 10.1.0.0/16 or fd00::/8", "10.1.2.3、10.1.0.0/16 或 fd00::/8 这样的地址或网段");

    private static IPNetwork? ReadNetwork(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;

    private static int? ReadSeed(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    private static int? Count(YamlMap map, string key) => map.Parsed<int>(
        key,
        new("a whole number from 1 to 1000000", "1 到 1000000 的整数"),
        text => int.TryParse(text, out var number) && number is > 0 and <= 1_000_000 ? number : null);
}
