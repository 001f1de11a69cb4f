using Jinbang.Simulator.Faults;

namespace Jinbang.Simulator.Options;

/// <summary>The models that a command line names, each with the faults meant for it.</summary>
internal static class ModelChoice
{
    /// <exception cref="BadInputException">A model is named twice, or faults are meant for one that is not named.</exception>
    public static IReadOnlyList<SimulatedModel> Of(IReadOnlyList<string> models, IReadOnlyList<string> faultsFor)
    {
        var chosen = models.Count == 0 ? SimulatedModel.Usual : [.. models.Select(SimulatedModel.Parse)];
        if (chosen.GroupBy(model => model.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new BadInputException(new(
                $"--model {twice.Key} is given twice; give each model once.",
                $"--model {twice.Key} 重复；每个模型只能给出一次。"));
        }

        return faultsFor.Aggregate(chosen, WithFaults);
    }

    private static IReadOnlyList<SimulatedModel> WithFaults(IReadOnlyList<SimulatedModel> models, string spec)
    {
        var struck = models.FirstOrDefault(model => spec.StartsWith(model.Name + "=", StringComparison.Ordinal))
            ?? throw new BadInputException(new(
                $"--faults-for {spec}: write MODEL=FAULT=SHARE with one of {string.Join(", ", models.Select(model => model.Name))}.",
                $"--faults-for {spec}：请写成 模型=故障=占比，模型为以下之一：{string.Join("、", models.Select(model => model.Name))}。"));
        var faults = FaultShare.ParseAll(spec[(struck.Name.Length + 1)..]);
        return [.. models.Select(model => model == struck ? model with { Faults = faults } : model)];
    }
}
