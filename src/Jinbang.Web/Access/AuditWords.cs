using System.Globalization;
using System.Text.Json;

namespace Jinbang.Web.Access;

/// <summary>The audit log in words.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, Phrase> Deeds = new()
    {
        ["sign-in"] = new("signed in", "登录"),
        ["sign-in.failed"] = new("failed to sign in", "登录失败"),
        ["sign-in.refused"] = new("was refused at sign-in", "登录被拒"),
        ["sign-out"] = new("signed out", "退出"),
        ["run.start"] = new("started a run", "开始任务"),
        ["run.pause"] = new("paused a run", "暂停任务"),
        ["run.resume"] = new("resumed a run", "继续任务"),
        ["run.stop"] = new("stopped a run", "停止任务"),
        ["run.end"] = new("a run ended", "任务结束"),
        ["cluster.pause"] = new("paused a run of the cluster", "暂停集群任务"),
        ["cluster.resume"] = new("resumed a run of the cluster", "继续集群任务"),
        ["cluster.stop"] = new("stopped a run of the cluster", "停止集群任务"),
        ["ask.start"] = new("asked once", "提问"),
        ["ask.end"] = new("answers came", "回答完毕"),
        ["set.upload"] = new("uploaded a test set", "上传测试集"),
        ["set.delete"] = new("deleted a test set", "删除测试集"),
        ["mark"] = new("marked a reply", "标注作答"),
        ["mark.withdraw"] = new("withdrew a mark", "撤回标注"),
    };

    private static readonly Dictionary<string, string> InChinese = new()
    {
        ["attempt"] = "作答",
        ["before"] = "此前花费",
        ["budget"] = "预算",
        ["by"] = "登录服务",
        ["characters"] = "字符数",
        ["exam"] = "题库",
        ["exams"] = "题库",
        ["likely"] = "预计",
        ["model"] = "模型",
        ["models"] = "模型",
        ["points"] = "得分",
        ["question"] = "题目",
        ["questions"] = "题数",
        ["reason"] = "理由",
        ["role"] = "角色",
        ["run"] = "任务",
        ["set"] = "测试集",
        ["spent"] = "花费",
        ["state"] = "状态",
        ["title"] = "标题",
        ["verdict"] = "判定",
        ["yuan"] = "元",
    };

    /// <summary>What was done; its code where there is no word for it.</summary>
    public static Phrase Of(string deed) => Deeds.GetValueOrDefault(deed, new(deed, deed));

    /// <summary>The facts, with lists as people write them and no more decimals than are worth telling; those without a value are left out.</summary>
    public static Phrase Of(IReadOnlyDictionary<string, JsonElement> facts)
    {
        var told = facts.Where(fact => fact.Value.ValueKind is not JsonValueKind.Null).Select(fact => (fact.Key, Value: Of(fact.Value))).ToList();
        return new(
            string.Join("; ", told.Select(fact => $"{fact.Key}: {fact.Value}")),
            string.Join("；", told.Select(fact => $"{InChinese.GetValueOrDefault(fact.Key, fact.Key)}：{fact.Value}")));
    }

    private static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Of)),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString("0.######", CultureInfo.InvariantCulture),
        JsonValueKind.Null => "/",
        _ => value.ToString(),
    };
}
