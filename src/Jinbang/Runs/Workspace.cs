using System.Net;
using Jinbang.Models;
using Jinbang.Models.Providers;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Runs;

/// <summary>What a folder's examinations have in common: the file <c>jinbang.yaml</c>, or its defaults.</summary>
public sealed record Workspace
{
    /// <summary>The file's name.</summary>
    public const string FileName = "jinbang.yaml";

    private const string EnvFile = ".env";

    /// <summary>The folder that relative paths start from.</summary>
    public required string Folder { get; init; }

    /// <summary>Exam files; empty for the samples.</summary>
    public IReadOnlyList<string> Exams { get; init; } = [];

    /// <summary>Patterns of the ids of exams that a site shows only to who is signed in.</summary>
    public IReadOnlyList<string> Private { get; init; } = [];

    /// <summary>Networks that a site's users may have asked although they are not public.</summary>
    public IReadOnlyList<IPNetwork> AllowedAddresses { get; init; } = [];

    /// <summary>The language that exams are asked in; null for each exam's first.</summary>
    public Language? Language { get; init; }

    /// <summary>The models; empty for those that keys or local packages offer.</summary>
    public IReadOnlyList<WorkspaceModel> Models { get; init; } = [];

    /// <summary>The judges; a name alone is one of <see cref="Models"/> or of the catalogue.</summary>
    public IReadOnlyList<WorkspaceModel> Judges { get; init; } = [];

    /// <summary>How fast accounts may be asked, by their provider's name or address.</summary>
    public IReadOnlyDictionary<string, PaceLimits> Limits { get; init; } = new Dictionary<string, PaceLimits>();

    /// <summary>A folder with prompt templates, or null.</summary>
    public string? Prompts { get; init; }

    /// <summary>A file with models, providers and prices of one's own, or null.</summary>
    public string? Catalogue { get; init; }

    /// <summary>A file with exchange rates of one's own, or null.</summary>
    public string? Fx { get; init; }

    /// <summary>A file with keys that goes before the folder's <c>.env</c>, or null.</summary>
    public string? Secrets { get; init; }

    /// <summary>Where boards are written.</summary>
    public string Boards { get; init; } = "boards";

    /// <summary>Whether boards name models by who serves them.</summary>
    public bool ShowsHosts { get; init; }

    /// <summary>Whether boards' pages have the form of the public Chinese boards.</summary>
    public bool HasSeedStyle { get; init; }

    /// <summary>A file that groups exams into fields and domains, or the word that stands for the program's own; null for no roll-ups.</summary>
    public string? Taxonomy { get; init; }

    /// <summary>What is left out of roll-ups, besides what the taxonomy leaves out.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>A file that events are logged to, or null.</summary>
    public string? Log { get; init; }

    /// <summary>Time limits of calls; null for the usual ones.</summary>
    public TimeLimits? Timeouts { get; init; }

    /// <summary>How runs are carried out.</summary>
    public RunSettings Run { get; init; } = new();

    /// <summary>Where the ledger is when it is not among what the program keeps here; else null.</summary>
    public LedgerAddress? LedgerElsewhere { get; init; }

    /// <summary>The folder of what the program keeps here.</summary>
    public string Home => Path.Combine(Folder, ".jinbang");

    /// <summary>Where the ledger is.</summary>
    public LedgerAddress Ledger => LedgerElsewhere ?? new LedgerFile(Path.Combine(Home, "ledger.db"));

    /// <summary>The files that may hold keys, those that go before others first: the named one and the folder's <c>.env</c>,
    /// which need not be there.</summary>
    public IEnumerable<string> KeyFiles => new[] { Secrets, File.Exists(Locate(EnvFile)) ? EnvFile : null }.OfType<string>().Select(Locate);

    /// <summary>Where endpoints may lead that a site's users name.</summary>
    public AddressRule Addresses => new(
        AllowedAddresses,
        [.. Models.Concat(Judges).Select(model => model.Provider).OfType<string>().Where(provider => provider.Contains("://", StringComparison.Ordinal))]);

    /// <summary>Whether only who is signed in may know of an exam.</summary>
    /// <param name="exam">Its id.</param>
    public bool IsPrivate(string exam) => Private.Any(pattern => NamePattern.Fits(exam, pattern));

    /// <summary>A path of the file, seen from where the program runs.</summary>
    public string Locate(string path) => Path.Combine(Folder, path);
}
