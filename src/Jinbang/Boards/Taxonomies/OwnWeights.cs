using System.Globalization;

namespace Jinbang.Boards.Taxonomies;

/// <summary>A total of a user's own, such as <c>教育=2,金融=1</c>: of the named groups and exams only, by these weights.</summary>
public static class OwnWeights
{
    private const int Most = 100;

    /// <summary>The taxonomy of the total; the groups keep their own rules.</summary>
    /// <param name="text">Names of groups or patterns of exams, each with a weight, separated by commas.</param>
    /// <param name="taxonomy">Where groups are looked up.</param>
    /// <param name="boards">Where exams are looked up.</param>
    /// <exception cref="BadInputException">It cannot be read, or names what there is not.</exception>
    public static Taxonomy Of(string text, Taxonomy taxonomy, IReadOnlyList<Board> boards)
    {
        var weights = Read(text);
        var own = new TaxonomyNode("own", new(text, text))
        {
            Rule = CombinationRule.Weights,
            Parts = [.. weights.Where(named => taxonomy.Find(named.Name) is not null).Select(named => taxonomy.Find(named.Name)! with { Weight = named.Weight })],
            Exams =
            [
                .. weights.Where(named => taxonomy.Find(named.Name) is null).Select(named => boards.Any(board => taxonomy.Means(named.Name, board))
                    ? new TaxonomyExam(named.Name, null) { Weight = named.Weight }
                    : throw Unknown(named.Name, taxonomy)),
            ],
        };
        return taxonomy with { Root = own };
    }

    private static List<(string Name, double Weight)> Read(string text)
    {
        var parts = text.Split([',', '，'], Most + 1, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var weights = parts.Select(part => part.LastIndexOfAny(['=', '＝']) is > 0 and var at
            && double.TryParse(part[(at + 1)..], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var weight)
                ? (part[..at].TrimEnd(), weight)
                : throw Wrong(part)).ToList();
        return weights.Count is 0 or > Most || weights.Sum(named => named.weight) is not (> 0 and < double.PositiveInfinity) || weights.DistinctBy(named => named.Item1).Count() < weights.Count
            ? throw Wrong(text)
            : weights;
    }

    private static BadInputException Wrong(string text) => new(new(
        $"'{text}' is no list of weights; expected is, for instance, education=2,finance=1: different names, and weights above 0.",
        $"“{text}”不是权重列表；应形如 教育=2,金融=1：名称各不相同，权重大于 0。"));

    private static BadInputException Unknown(string name, Taxonomy taxonomy)
    {
        var names = taxonomy.Root.All.SelectMany(node => new[] { node.Name.Chinese, node.Name.English, node.Id });
        var meant = Spelling.Nearest(name, names);
        return new(new(
            $"Neither a part of the taxonomy nor an exam with results is called '{name}'" + (meant is null ? "." : $"; did you mean '{meant}'?"),
            $"分类中没有“{name}”，也没有这样一门有结果的考试" + (meant is null ? "。" : $"；是否想写“{meant}”？")));
    }
}
