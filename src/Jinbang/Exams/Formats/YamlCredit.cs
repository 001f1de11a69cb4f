using Jinbang.Exams.Checks;
using YamlDotNet.RepresentationModel;

namespace Jinbang.Exams.Formats;

/// <summary>Reads the credit rule: a word, or {rule: word, share: number}.</summary>
internal static class YamlCredit
{
    private static readonly string[] Fields = ["rule", "share"];

    public static CreditRule Read(YamlFields exam)
    {
        var node = exam.Node("credit");
        var parts = node is YamlMappingNode map ? exam.Inner(map, Fields) : null;
        var word = parts is null ? (node as YamlScalarNode)?.Value : parts.Text("rule");
        if (node is null)
        {
            return CreditRule.Exact;
        }

        if (Find(word) is not { } kind)
        {
            exam.Fail(node, new(
                $"The credit rule \"{word}\" is not known; write exact, subset, per-option or per-option-less-wrong.",
                $"计分规则“{word}”无法识别；请写 exact、subset、per-option 或 per-option-less-wrong。"));
            return CreditRule.Exact;
        }

        return Share(exam, parts) is { } share ? new CreditRule(kind, share) : new CreditRule(kind);
    }

    private static CreditKind? Find(string? word) => word switch
    {
        "exact" => CreditKind.Exact,
        "subset" => CreditKind.Subset,
        "per-option" => CreditKind.PerOption,
        "per-option-less-wrong" => CreditKind.PerOptionLessWrong,
        _ => null,
    };

    private static decimal? Share(YamlFields exam, YamlFields? parts)
    {
        if (parts?.Node("share") is not { } node)
        {
            return null;
        }

        if (Numbers.TryRead((node as YamlScalarNode)?.Value ?? "", out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        exam.Fail(node, new("share must be a number from 0 to 1.", "share 应为 0 到 1 的数。"));
        return null;
    }
}
