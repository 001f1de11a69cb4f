using System.Globalization;

namespace Jinbang.Models;

/// <summary>Reads a model's entry of a catalogue file.</summary>
internal static class ModelYaml
{
    /// <summary>The keys of a model.</summary>
    public static readonly string[] Keys =
    [
        "name", "house", "openness", "aliases", "parameters", "active-parameters", "context", "output", "modalities", "released", "retired",
        "known", "thinking", "other-mode", "thinking-fields", "temperature", "system-prompt", "streaming", "ids", "extra-fields", "prices",
    ];

    private static readonly Dictionary<string, Openness> Opennesses = new() { ["open"] = Openness.Open, ["commercial"] = Openness.Commercial };

    private static readonly Dictionary<string, ThinkingHabit> Habits = new()
    {
        ["none"] = ThinkingHabit.Never,
        ["always"] = ThinkingHabit.Always,
        ["on"] = ThinkingHabit.UnlessTold,
        ["off"] = ThinkingHabit.WhenTold,
    };

    private static readonly Dictionary<string, bool> Streamings = new() { ["only"] = true, ["both"] = false };

    /// <summary>The model of an entry, over what is known of it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="known">Providers, and models by name.</param>
    /// <exception cref="BadInputException">It is not what it should be; names the line.</exception>
    public static ListedModel Read(YamlMap entry, CatalogueEntries known)
    {
        var name = entry.Required("name");
        var old = known.Models.GetValueOrDefault(name) ?? new ListedModel(name);
        var prices = entry.Maps("prices", PriceYaml.Keys).Select(price => PriceYaml.Read(price, known)).ToArray();
        return Asked(entry, known, old) with
        {
            House = entry.Text("house") ?? old.House,
            Openness = entry.OneOf("openness", Opennesses) ?? old.Openness,
            Aliases = entry.Texts("aliases") ?? old.Aliases,
            Ids = known.OfProviders(entry, "ids", entry.Names("ids")) ?? old.Ids,
            Facts = Facts(entry, known, old.Facts),
            Prices = prices.Length > 0 ? prices : old.Prices,
        };
    }

    // How it is asked.
    private static ListedModel Asked(YamlMap entry, CatalogueEntries known, ListedModel old)
    {
        var switches = entry.MapsByName("thinking-fields", "on", "off").ToDictionary(of => of.Name, of => ThinkingSwitch.Read(of.Map));
        return old with
        {
            Habit = entry.OneOf("thinking", Habits) ?? old.Habit,
            OtherName = entry.Text("other-mode") ?? old.OtherName,
            Switches = switches.Count > 0 ? known.OfProviders(entry, "thinking-fields", switches)! : old.Switches,
            RefusesTemperature = !entry.Flag("temperature") ?? old.RefusesTemperature,
            RefusesSystemPrompt = !entry.Flag("system-prompt") ?? old.RefusesSystemPrompt,
            StreamsOnly = entry.OneOf("streaming", Streamings) ?? old.StreamsOnly,
            ExtraFields = JsonFields.Read(entry, "extra-fields") ?? old.ExtraFields,
        };
    }

    private static ModelFacts Facts(YamlMap entry, CatalogueEntries known, ModelFacts old) => old with
    {
        Parameters = entry.Number("parameters") ?? old.Parameters,
        ActiveParameters = entry.Number("active-parameters") ?? old.ActiveParameters,
        Context = Tokens(entry, "context") ?? old.Context,
        Output = Tokens(entry, "output") ?? old.Output,
        Modalities = entry.Texts("modalities")?.Select(word => ModalityOf(entry, word)).ToArray() ?? old.Modalities,
        Released = entry.Date("released") ?? old.Released,
        Known = entry.Date("known") ?? old.Known,
        Retired = known.OfProviders(entry, "retired", entry.Dates("retired", ModelFacts.Everyone)) ?? old.Retired,
    };

    private static Modality ModalityOf(YamlMap entry, string word) =>
        Enum.GetValues<Modality>().Cast<Modality?>().FirstOrDefault(known => known.ToString()!.Equals(word, StringComparison.OrdinalIgnoreCase))
        ?? throw entry.Wrong("modalities", word, new("text, image, audio or video", "text、image、audio 或 video"));

    private static int? Tokens(YamlMap entry, string key) => entry.Parsed<int>(
        key,
        new("a whole number of tokens", "整数个 token"),
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens) && tokens > 0 ? tokens : null);
}
