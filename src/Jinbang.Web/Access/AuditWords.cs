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
        ["ask.start"] = new("asked once", "提问"),
        ["ask.end"] = new("answers came", "回答完毕"),
        ["set.upload"] = new("uploaded a test set", "上传测试集"),
        ["set.delete"] = new("deleted a test set", "删除测试集"),
        ["mark"] = new("marked a reply", "标注作答"),
        ["mark.withdraw"] = new("withdrew a mark", "撤回标注"),
    };

    /// <summary>What was done; its code where there is no word for it.</summary>
    public static Phrase Of(string deed) => Deeds.GetValueOrDefault(deed, new(deed, deed));

    /// <summary>The facts, with lists as people write them.</summary>
    public static string Of(IReadOnlyDictionary<string, JsonElement> facts) => string.Join("; ", facts.Select(fact => $"{fact.Key}: {Of(fact.Value)}"));

    private static string Of(JsonElement value) => value.ValueKind is JsonValueKind.Array
        ? string.Join(", ", value.EnumerateArray().Select(Of))
        : value.ToString();
}
