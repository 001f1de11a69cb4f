using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>How long a failing model is tried. Not safe for threads; times are seconds of a <see cref="RunClock"/>.</summary>
internal sealed class Perseverance(PaceSettings settings)
{
    private double? failingSince;
    private bool hasAnswered;
    private bool isOut;

    /// <summary>What it is told as when limits of a day are used up.</summary>
    public static ProviderException UsedUp { get; } = new(FaultKind.QuotaExhausted, new(
        "Its limits allow no further request for more than an hour. The same command goes on later.",
        "限额已用完，一小时内不再允许请求。稍后重新运行同一命令即可继续。"));

    /// <summary>The last failure; null while none was.</summary>
    public ProviderException? Last { get; private set; }

    /// <summary>Times that calls paused after failures.</summary>
    public int Outages { get; private set; }

    public void Succeed() => (failingSince, hasAnswered, isOut) = (null, true, false);

    public void Fail(ProviderException fault, double beganAt, bool pauses)
    {
        Last = fault;
        failingSince ??= beganAt;
        Outages += pauses && !isOut ? 1 : 0;
        isOut |= pauses;
    }

    /// <summary>Whether it has failed for longer than it is worth waiting for. Nobody knows that a stranger will ever answer.</summary>
    public bool IsOver(double now) =>
        now - failingSince > (hasAnswered ? settings.Patience : settings.PatienceWithStrangers).TotalSeconds;

    /// <summary>What giving a model up is told as.</summary>
    public ProviderException GivenUp(ProviderException last, int calls) => new(last.Kind, hasAnswered
        ? new(
            $"It stopped answering and is left alone after {calls} calls in vain. The last one: {last.Problem.English}",
            $"中途不再应答，连续 {calls} 次调用均无结果，不再询问。最后一次：{last.Problem.Chinese}")
        : new(
            $"It never answered and is left alone after {calls} calls in vain. The last one: {last.Problem.English}",
            $"从未应答，连续 {calls} 次调用均无结果，不再询问。最后一次：{last.Problem.Chinese}"));
}
