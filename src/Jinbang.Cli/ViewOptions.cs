using System.CommandLine;
using Jinbang.Boards;

namespace Jinbang.Cli;

/// <summary>The options that choose which rows of boards are shown; files always hold them all.</summary>
internal sealed class ViewOptions
{
    private readonly Option<string> find;
    private readonly Option<string> sort;
    private readonly Option<int?> limit;
    private readonly Option<int> page;

    public ViewOptions(Terminal terminal, SharedOptions shared)
    {
        find = terminal.Option<string>(
            "--find", "Show only models with this in their name or house, * and ? allowed; files hold all.", "只显示名称或机构含此文字的模型，可用 * 和 ?；文件仍含全部。");
        sort = terminal.Option<string>(
            "--sort", "Show rows by name, accuracy, seconds, tokens, cost, or a part of the board.", "显示时按 name、accuracy、seconds、tokens、cost 或某一分项排序。");
        limit = terminal.Option<int?>("--limit", "Show so many rows.", "最多显示多少行。");
        page = terminal.Option<int>("--page", "With --limit, which page of them (default: 1).", "与 --limit 合用：第几页（默认 1）。");
        page.DefaultValueFactory = _ => 1;
        limit.Validators.Add(shared.AtLeastOne);
        page.Validators.Add(shared.AtLeastOne);
    }

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [find, sort, limit, page];

    /// <summary>What they choose.</summary>
    public BoardView View(ParseResult words) => new()
    {
        Find = words.GetValue(find),
        Sort = words.GetValue(sort),
        Limit = words.GetValue(limit),
        Page = words.GetValue(page),
    };
}
