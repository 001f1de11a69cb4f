using System.Globalization;
using Jinbang.Simulator.Faults;

namespace Jinbang.Simulator;

/// <summary>A model that the simulator plays.</summary>
/// <param name="Name">What requests call it.</param>
/// <param name="Ability">Probability, 0 to 1, that it answers a question of the loaded exams right.</param>
public sealed record SimulatedModel(string Name, double Ability = SimulatedModel.UsualAbility)
{
    private const double UsualAbility = 0.7;

    /// <summary>The models played when none is named.</summary>
    public static IReadOnlyList<SimulatedModel> Usual { get; } =
        [new("sim-strong", 0.9), new("sim-medium", 0.7), new("sim-weak", 0.45), new("sim-judge", 1)];

    /// <summary>Faults of this model instead of everybody's; null when it has none of its own.</summary>
    public IReadOnlyList<FaultShare>? Faults { get; init; }

    /// <summary>Reads "NAME" or "NAME:ABILITY"; a name may hold colons when what follows the last is no number.</summary>
    /// <exception cref="BadInputException">The name is empty, or the ability is not from 0 to 1.</exception>
    public static SimulatedModel Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        var ability = UsualAbility;
        var isNamedAlone = colon < 0
            || !double.TryParse(text.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out ability);
        var model = isNamedAlone ? new SimulatedModel(text) : new SimulatedModel(text[..colon], ability);
        return model is { Name.Length: > 0, Ability: >= 0 and <= 1 } ? model : throw new BadInputException(new(
            $"--model {text}: give a name, and after a colon the ability from 0 to 1, such as sim-strong:0.9.",
            $"--model {text}：请给出名称，冒号后为 0 到 1 的能力值，例如 sim-strong:0.9。"));
    }
}
