using System.Globalization;
using Jinbang.Models;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Planning;
using Jinbang.Runs.Sharing;
using Jinbang.Web.Layout;

namespace Jinbang.Web.Runs;

/// <summary>The words and figures of runs.</summary>
internal static class RunWords
{
    private const int MostLetters = 80;

    /// <summary>How an order stands.</summary>
    public static Phrase Of(OrderReport order) => order switch
    {
        { WaitsFor: not null } => new("waiting", "等待中"),
        { State: OrderState.Running, View: null } => new("getting ready", "准备中"),
        { State: OrderState.Paused, IsAtWork: true } => new("pausing", "正在暂停"),
        { State: OrderState.Stopped, IsAtWork: true } => new("stopping", "正在停止"),
        _ => order.State switch
        {
            OrderState.Running => new("running", "进行中"),
            OrderState.Paused => new("paused", "已暂停"),
            OrderState.Stopped => new("stopped", "已停止"),
            OrderState.Finished => order.View is { IsFull: false } ? new("ended with gaps", "已结束（有缺）") : new("finished", "已完成"),
            OrderState.Failed => new("failed", "出错"),
        },
    };

    /// <summary>The class of a state's tag.</summary>
    public static string Tag(OrderReport order) => order.State switch
    {
        OrderState.Running => "tag live",
        OrderState.Paused or OrderState.Stopped => "tag quiet",
        OrderState.Finished => order.View is { IsFull: false } ? "tag" : "tag good",
        OrderState.Failed => "tag bad",
    };

    /// <summary>How a run of a cluster stands.</summary>
    public static Phrase Of(RunState run) => run switch
    {
        RunState.Running => new("running", "进行中"),
        RunState.Paused => new("paused", "已暂停"),
        RunState.Stopped => new("stopped", "已停止"),
        RunState.Ended => new("ended", "已结束"),
    };

    /// <summary>The class of its tag.</summary>
    public static string Tag(RunState run) => run switch
    {
        RunState.Running => "tag live",
        RunState.Paused or RunState.Stopped => "tag quiet",
        RunState.Ended => "tag good",
    };

    /// <summary>A kind of fault.</summary>
    public static Phrase Of(FaultKind kind) => kind switch
    {
        FaultKind.RateLimited => new("too many requests", "被限速"),
        FaultKind.ServerError => new("provider failed", "服务商出错"),
        FaultKind.Timeout => new("no answer in time", "超时"),
        FaultKind.Connection => new("connection broken", "连接中断"),
        FaultKind.Malformed => new("unusable answer", "响应格式有误"),
        FaultKind.Unauthorized => new("key refused", "密钥被拒"),
        FaultKind.QuotaExhausted => new("account empty", "余额不足"),
        FaultKind.BadRequest => new("request refused", "请求被拒"),
        FaultKind.PromptTooLong => new("question too long", "题目过长"),
    };

    /// <summary>Calls under way of those that may be, and the speed that limits them; or what calls wait for.</summary>
    public static Phrase Of(PaceView pace) => pace switch
    {
        { Fault: { } fault } => new(
            $"paused: {Beginning(fault)}; next try in {pace.Pause?.TotalSeconds ?? 0:F0} s", $"已暂停：{Beginning(fault)}；{pace.Pause?.TotalSeconds ?? 0:F0} 秒后再试"),
        { Pause.TotalSeconds: >= 1 and var wait } => new($"refused; next call in {wait:F0} s", $"被限速；{wait:F0} 秒后继续"),
        { PerMinute: { } speed } => new($"{pace.UnderWay} of {pace.AtOnce}, {speed:F0} a minute", $"{pace.UnderWay}/{pace.AtOnce}，每分钟 {speed:F0}"),
        _ => new($"{pace.UnderWay} of {pace.AtOnce}", $"{pace.UnderWay}/{pace.AtOnce}"),
    };

    /// <summary>Yuan with what digits they need.</summary>
    public static string Yuan(decimal? yuan) => yuan is { } known
        ? (known is > 0 and < 0.0001m ? "<0.0001" : known.ToString(known is 0 ? "0" : known < 0.1m ? "0.00##" : "#,0.00", CultureInfo.InvariantCulture))
        : "?";

    /// <summary>A forecast figure, and its range where it has one.</summary>
    public static (string Likely, string? Range) Of(Estimate? estimate, Func<double, string> figure)
    {
        if (estimate is not { } known)
        {
            return ("?", null);
        }

        var (low, likely, high) = (figure(known.Low), figure(known.Likely), figure(known.High));
        return (likely, low == likely && likely == high ? null : $"{low}–{high}");
    }

    /// <summary>A count, shortened where it is great.</summary>
    public static string Count(double count) => count switch
    {
        < 10_000 => count.ToString("#,0", CultureInfo.InvariantCulture),
        < 999_500 => (count / 1e3).ToString("0", CultureInfo.InvariantCulture) + "k",
        _ => (count / 1e6).ToString(count < 9.95e6 ? "0.0" : "#,0", CultureInfo.InvariantCulture) + "M",
    };

    /// <summary>Yuan of a forecast: two or three digits are all that it can tell.</summary>
    public static string Yuan(double yuan) => yuan.ToString(
        yuan switch { 0 => "0", < 0.1 => "0.000#", < 10 => "0.00", < 100 => "0.0", _ => "#,0" }, CultureInfo.InvariantCulture);

    /// <summary>Minutes of a forecast.</summary>
    public static string Minutes(double minutes) => minutes switch
    {
        0 => "0",
        < 0.1 => "<0.1",
        _ => minutes.ToString(minutes < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture),
    };

    /// <summary>A share in per cent.</summary>
    public static string Percent(double? share) => share is null ? "–" : Numbers.Percent(share);

    /// <summary>A time that is left.</summary>
    public static Phrase Left(double? seconds) => seconds switch
    {
        null => new("–", "–"),
        < 1 => new("a moment", "马上"),
        < 90 => new($"{seconds:F0} s", $"{seconds:F0} 秒"),
        < 5400 => new($"{seconds / 60:F0} min", $"{seconds / 60:F0} 分钟"),
        _ => new($"{seconds / 3600:F1} h", $"{seconds / 3600:F1} 小时"),
    };

    private static string Beginning(string text) => text.Length <= MostLetters ? text : text[..MostLetters] + "…";
}
