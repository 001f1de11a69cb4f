using System.Globalization;
using Jinbang.Cli.Summaries;
using Jinbang.Models;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>Asks one model of each configured provider once, with as little as can be.</summary>
/// <param name="roster">Who knows the providers.</param>
/// <param name="terminal">Where the calls are announced.</param>
/// <param name="patience">Longest time that a call may take.</param>
internal sealed class ProviderCheckup(Roster roster, Terminal terminal, TimeSpan patience)
{
    /// <summary>Announces the calls and what they cost at most, then makes them, all at once.</summary>
    /// <exception cref="BadInputException">No provider is configured.</exception>
    public async Task<ProviderSummary> ExamineAsync(CancellationToken cancellationToken)
    {
        var visits = roster.OneOfEachProvider().Select(model => (Model: model, Visit: Ready(model))).ToList();
        if (visits.Count == 0)
        {
            throw new BadInputException(new(
                "No provider is configured: set the key of one (docs/providers.md names the variables), or name a model in jinbang.yaml.",
                "没有配置任何服务商：请设置某个服务商的密钥（变量名见 docs/providers.md），或在 jinbang.yaml 中指定模型。"));
        }

        Announce([.. visits.Select(told => told.Visit.Probe).OfType<Probe>()]);
        var lines = visits.Select(async told => ProviderLine.Of(
            told.Model,
            told.Visit.Failed ?? await told.Visit.Probe!.AskAsync(cancellationToken),
            terminal.Language));
        return new ProviderSummary(await Task.WhenAll(lines));
    }

    private (Probe? Probe, ProbeResult? Failed) Ready(Model model)
    {
        try
        {
            return (roster.Probe(model, patience), null);
        }
        catch (BadInputException fault)
        {
            return (null, new(roster.HasKey(model.Provider) ? KeyState.Unknown : KeyState.Missing) { Problem = fault.Problem });
        }
    }

    private void Announce(IReadOnlyList<Probe> probes)
    {
        var whom = string.Join(", ", probes.Select(probe => $"{probe.Model.Provider} ({probe.Model.Id})"));
        var yuan = probes.Sum(probe => probe.MostYuan ?? 0).ToString("0.######", CultureInfo.InvariantCulture);
        var unknown = string.Join(", ", probes.Where(probe => probe.MostYuan is null).Select(probe => probe.Model.Id));
        terminal.Tell(new(
            $"One short call to each of these: {whom}. At most ¥{yuan} in all{(unknown.Length > 0 ? $", besides those of unknown price: {unknown}" : "")}.",
            $"将向以下服务商各发一次短调用：{whom}。总共最多花费 {yuan} 元{(unknown.Length > 0 ? $"，价格未知的除外：{unknown}" : "")}。"));
    }
}
