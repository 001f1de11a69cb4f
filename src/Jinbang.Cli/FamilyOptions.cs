using System.CommandLine;
using System.Globalization;
using Jinbang.Boards;
using Jinbang.Boards.Cuts;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>The options that make a family of boards of the exams' own: roll-ups and cuts.</summary>
internal sealed class FamilyOptions
{
    private static readonly Dictionary<string, RollupRules> RuleSets = new() { ["open"] = RollupRules.Open, ["seed"] = RollupRules.Seed };

    private static readonly Dictionary<string, CutKind> CutKinds =
        Enum.GetValues<CutKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant());

    private readonly Terminal terminal;
    private readonly Option<string> taxonomy;
    private readonly Option<string> level;
    private readonly Option<string> rules;
    private readonly Option<bool> estimate;
    private readonly Option<string> weights;
    private readonly Option<string> where;
    private readonly Option<string> cut;
    private readonly Option<bool> value;

    public FamilyOptions(Terminal terminal)
    {
        this.terminal = terminal;
        taxonomy = terminal.Option<string>(
            "--taxonomy", "Post roll-ups of fields and domains too: a taxonomy file, or standard.", "同时张出领域汇总榜：分类文件，或 standard（自带分类）。");
        level = terminal.Option<string>(
            "--level", "Levels of roll-ups, such as 0 (the total) or 0-2 (default: all).", "汇总榜的层级，如 0（总分）或 0-2（默认全部）。");
        level.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Levels(result.Tokens[0].Value) is null)
            {
                result.AddError(terminal.Say("--level must be a level such as 0, or levels such as 0-2.", "--level 应为层级，如 0 或 0-2。"));
            }
        });
        rules = terminal.Option<string>(
            "--rules", "Rules of roll-ups: open (default), or seed for the public Chinese boards' own arithmetic.", "汇总规则：open（默认），或 seed，即公开中文榜自身的算法。");
        rules.AcceptOnlyFromAmong([.. RuleSets.Keys]);
        estimate = terminal.Option<bool>(
            "--estimate", "Fit scores that roll-ups lack, and mark them as estimated.", "拟合汇总榜缺失的得分，并标明为估计。");
        weights = terminal.Option<string>(
            "--weights", "A total of your own, such as education=2,finance=1: of these parts or exams only.", "自定总分，如 教育=2,金融=1：只由这些部分或考试组成。");
        where = terminal.Option<string>(
            "--where", "Only models that fulfil a condition, such as \"open and output-price < 5\".", "只列满足条件的模型，如“开源 且 价格 < 5”。");
        cut = terminal.Option<string>(
            "--cut", "A board for each band too: price, size, house, open, thinking or new.", "另按档次各张一榜：price（价格）、size（参数量）、house（机构）、open（商用/开源）、thinking（思考）或 new（新模型）。");
        cut.AcceptOnlyFromAmong([.. CutKinds.Keys]);
        value = terminal.Option<bool>(
            "--value", "Tell what a right answer costs, and who is best for the cost and the time.", "列出答对一题的花费、耗时和 token，以及花费和耗时的最优者。");
    }

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All => [taxonomy, level, rules, estimate, weights, where, cut, value];

    /// <summary>How exams are grouped; null when no roll-ups are wanted.</summary>
    /// <exception cref="BadInputException">The taxonomy cannot be used.</exception>
    public Taxonomy? Taxonomy(ParseResult words, Workspace workspace)
    {
        var named = words.GetValue(taxonomy) ?? WorkspaceTaxonomy.FileOf(workspace);
        var isImplied = words.GetValue(level) is not null || words.GetValue(rules) is not null || words.GetValue(estimate) || words.GetValue(weights) is not null;
        return named is null && !isImplied ? null : TaxonomyFile.Read(named ?? TaxonomyFile.Standard);
    }

    /// <summary>The boards to post: the exams' own, roll-ups and cuts, as far as they are wanted.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="grouping">How exams are grouped; null for no roll-ups.</param>
    /// <param name="boards">The boards of exams and their strata.</param>
    /// <exception cref="BadInputException">An expression cannot be read, or nothing fulfils it.</exception>
    public IReadOnlyList<Board> Family(ParseResult words, Workspace workspace, Taxonomy? grouping, IReadOnlyList<Board> boards)
    {
        Cut[] chosen = words.GetValue(where) is { } condition ? [Cut.Where(condition)] : [];
        CutKind? bands = words.GetValue(cut) is { } kind ? CutKinds[kind] : null;
        var known = chosen.Length > 0 || bands is not null ? WithFacts(boards, workspace) : boards;
        var rollups = grouping is null ? [] : Rollups(words, workspace, grouping, known, bands is null ? 1 : 2);
        var whole = known.Where(board => board.Stratum is null).Concat(rollups).ToList();
        var kept = chosen is [var own] ? Filled(whole.Select(own.Of)) : whole;
        var divided = kept.Where(board => rollups.Count == 0 || board.Rows.Any(row => row.Exams is not null));
        var family = bands is { } by ? kept.Concat(Filled(divided.SelectMany(board => Bands.Of(by, board).Select(band => band.Of(board))))) : kept;
        return [.. family.Select(board => board with { TellsValue = words.GetValue(value) })];
    }

    /// <summary>The set of rules of roll-ups.</summary>
    public RollupRules RulesOf(ParseResult words) => RuleSets[words.GetValue(rules) ?? "open"];

    private IReadOnlyList<Board> Rollups(ParseResult words, Workspace workspace, Taxonomy grouping, IReadOnlyList<Board> boards, int depth)
    {
        var own = words.GetValue(weights);
        var (first, last) = Levels(words.GetValue(level) ?? "0-99")!.Value;
        var rollups = Rollup.Of(own is null ? grouping : OwnWeights.Of(own, grouping, boards), boards, new RollupSettings(terminal.Language)
        {
            Rules = RulesOf(words),
            Estimate = words.GetValue(estimate),
            FirstLevel = first,
            LastLevel = own is null ? last : 0,
            PartDepth = depth,
            Exclusions = workspace.Exclusions,
        });
        return rollups.Count > 0 ? rollups : throw new BadInputException(new(
            "The taxonomy has no place for any of these exams: add their ids or titles to it.", "分类中没有这些考试的位置：请把它们的编号或名称写入分类文件。"));
    }

    private static List<Board> WithFacts(IEnumerable<Board> boards, Workspace workspace)
    {
        var facts = BoardFacts.Of(workspace);
        return [.. boards.Select(facts.AddedTo)];
    }

    private static List<Board> Filled(IEnumerable<Board> boards)
    {
        var all = boards.ToList();
        var filled = all.Where(board => board.Rows.Count > 0).ToList();
        return filled.Count > 0 ? filled : throw new BadInputException(all[0].Notes[^1]);
    }

    private static (int First, int Last)? Levels(string text)
    {
        var ends = text.Split('-').Select(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return ends is [>= 0, ..] and { Length: <= 2 } && ends[^1] >= ends[0] ? (ends[0], ends[^1]) : null;
    }
}
