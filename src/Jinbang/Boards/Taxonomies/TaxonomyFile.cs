namespace Jinbang.Boards.Taxonomies;

/// <summary>Reads taxonomies, strictly; the file's form is told by <c>docs/taxonomy.schema.json</c>.</summary>
public static class TaxonomyFile
{
    /// <summary>What stands for the taxonomy that comes with the program.</summary>
    public const string Standard = "standard";

    private static readonly string[] Keys = ["id", "name", "weight", "rule", "parts", "exams", "stand-in"];

    private static readonly string[] ExamKeys = ["exam", "stratum", "strata", "weight", "name"];

    private static readonly Dictionary<string, CombinationRule> Rules = new()
    {
        ["mean"] = CombinationRule.Mean,
        ["weights"] = CombinationRule.Weights,
        ["pooled"] = CombinationRule.Pooled,
    };

    /// <summary>Reads a taxonomy.</summary>
    /// <param name="path">Its file, or <see cref="Standard"/>.</param>
    /// <exception cref="BadInputException">It cannot be read, or is no taxonomy; names the line.</exception>
    public static Taxonomy Read(string path)
    {
        try
        {
            using var text = path == Standard
                ? new StreamReader(typeof(TaxonomyFile).Assembly.GetManifestResourceStream("taxonomy/standard.yaml")!)
                : new StreamReader(path);
            return Parse(text, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new($"Cannot read the taxonomy {path}.", $"无法读取分类文件 {path}。"), fault);
        }
    }

    /// <summary>Reads a taxonomy's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The name of its file, for errors.</param>
    /// <exception cref="BadInputException">It is no taxonomy; names the line.</exception>
    public static Taxonomy Parse(TextReader text, string file)
    {
        var map = YamlMap.Parse(text, file, [.. Keys, "default-rule", "prefixes", "suffixes", "exclude"]) ?? throw Empty(file);
        var ids = new Dictionary<string, YamlMap>();
        var root = Node(map, map.OneOf("default-rule", Rules) ?? CombinationRule.Mean, ids);
        foreach (var node in root.All.Where(node => node.StandIn is not null))
        {
            RefuseStrangers(node, ids, root);
        }

        return new Taxonomy(root)
        {
            Prefixes = map.Texts("prefixes") ?? [],
            Suffixes = map.Texts("suffixes") ?? [],
            Exclusions = [.. map.Maps("exclude", Exclusion.Keys).Select(Exclusion.Read)],
        };
    }

    private static TaxonomyNode Node(YamlMap map, CombinationRule usual, Dictionary<string, YamlMap> ids)
    {
        var id = map.Required("id");
        if (!ids.TryAdd(id, map))
        {
            throw map.Wrong("id", id, new("an id that no other part has", "与其他部分不同的编号"));
        }

        var node = new TaxonomyNode(id, Name(map) ?? throw map.Missing("name"))
        {
            Weight = Weight(map),
            Rule = map.OneOf("rule", Rules) ?? usual,
            Parts = [.. map.Maps("parts", Keys).Select(part => Node(part, usual, ids))],
            Exams = [.. map.MapsOrTexts("exams", "exam", ExamKeys).SelectMany(Exams)],
            StandIn = map.Map("stand-in", "factor", "of") is { } standIn ? ReadStandIn(standIn) : null,
        };
        return node.Parts.Count + node.Exams.Count == 0 ? throw map.Missing("parts") : Weighed(map, node);
    }

    private static TaxonomyNode Weighed(YamlMap map, TaxonomyNode node) =>
        node.Rule is CombinationRule.Weights && node.Parts.Sum(part => part.Weight) + node.Exams.Sum(exam => exam.Weight) <= 0
            ? throw map.Wrong("rule", "weights", new("another rule, or weights above 0", "其他规则，或大于 0 的权重"))
            : node;

    private static IEnumerable<TaxonomyExam> Exams(YamlMap map)
    {
        var exam = new TaxonomyExam(map.Required("exam"), map.Text("stratum")) { Weight = Weight(map), Name = Name(map) };
        return map.Texts("strata") is not { } strata ? [exam]
            : exam.Stratum is null ? strata.Select(stratum => exam with { Stratum = stratum })
            : throw map.Wrong("stratum", exam.Stratum, new("left out where 'strata' is given", "在写了 strata 时略去"));
    }

    private static Phrase? Name(YamlMap map) => map.Map("name", "en", "zh") is { } name ? new(name.Required("en"), name.Required("zh")) : null;

    private static double Weight(YamlMap map) => (double)(map.Number("weight") ?? 1);

    private static StandIn ReadStandIn(YamlMap map) => new(
        (double)(map.Number("factor") ?? throw map.Missing("factor")),
        map.Texts("of") is { Count: > 0 } of ? of : throw map.Missing("of"));

    /// <summary>What stands in must exist, and must not rest on what it stands in for.</summary>
    private static void RefuseStrangers(TaxonomyNode node, Dictionary<string, YamlMap> ids, TaxonomyNode root)
    {
        foreach (var other in node.StandIn!.Of)
        {
            var meant = root.All.FirstOrDefault(any => any.Id == other);
            if (meant is null || meant.All.Any(part => part.StandIn is not null) || meant.All.Contains(node))
            {
                throw ids[node.Id].Wrong("stand-in", other, new(
                    "made of ids of other parts, which have no stand-in themselves", "由其他部分的编号组成，且它们自身没有 stand-in"));
            }
        }
    }

    private static BadInputException Empty(string file) => new(new(
        $"{file} is empty: a taxonomy needs at least id, name and parts.", $"{file} 是空的：分类至少需要 id、name 和 parts。"));
}
