using System.Globalization;
using Jinbang.Runs;

namespace Jinbang.Cli;

/// <summary>Caps of single models, as the command line writes them: <c>NAME=YUAN</c>.</summary>
internal static class ModelBudget
{
    /// <summary>The caps of the workspace, with those of the command line over them.</summary>
    /// <param name="known">The workspace's.</param>
    /// <param name="written">The command line's.</param>
    /// <exception cref="BadInputException">One is not written so.</exception>
    public static IReadOnlyDictionary<string, decimal> Over(IReadOnlyDictionary<string, decimal> known, IReadOnlyList<string> written)
    {
        if (written.Count == 0)
        {
            return known;
        }

        var caps = known.ToDictionary();
        foreach (var cap in written)
        {
            var at = cap.LastIndexOf('=');
            caps[cap[..Math.Max(0, at)]] = at > 0 && decimal.TryParse(cap.AsSpan(at + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
                ? yuan
                : throw new BadInputException(new(
                    $"--model-budget {cap}: write a model's name and yuan, such as deepseek-chat=5.",
                    $"--model-budget {cap}：请写成“模型名=元”，例如 deepseek-chat=5。"));
        }

        return caps;
    }

    /// <summary>Refuses a cap of a model that is neither examined nor judge: it would hold nobody.</summary>
    /// <exception cref="BadInputException">There is one.</exception>
    public static void RefuseStrangers(IReadOnlyList<string> written, IEnumerable<Candidate> candidates)
    {
        var names = candidates.Select(candidate => candidate.Examinee.Model.Name).ToList();
        if (written.Select(cap => cap[..cap.LastIndexOf('=')]).FirstOrDefault(name => !names.Contains(name)) is { } stranger)
        {
            var meant = Spelling.Nearest(stranger, names) ?? string.Join(", ", names);
            throw new BadInputException(new(
                $"--model-budget {stranger}: no such model is to be asked. Perhaps you mean {meant}.",
                $"--model-budget {stranger}：没有要考这个模型。是否想写 {meant}？"));
        }
    }
}
