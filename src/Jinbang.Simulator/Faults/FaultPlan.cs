namespace Jinbang.Simulator.Faults;

/// <summary>Decides which calls are struck by which fault.</summary>
internal sealed class FaultPlan(SimulatorOptions options)
{
    private readonly Lock gate = new();
    private readonly int[] used = new int[options.Script.Count];

    /// <summary>The fault of a call, or null.</summary>
    /// <param name="number">The call's number among all.</param>
    /// <param name="model">The model called.</param>
    /// <param name="question">The question asked, where it is known.</param>
    /// <param name="chance">The chance of this call, repeats told apart.</param>
    public Fault? Next(long number, SimulatedModel model, string? question, Chance chance) =>
        Scripted(number, model.Name, question) ?? Drawn(model.Faults ?? options.Faults, chance);

    /// <summary>Starts the script anew.</summary>
    public void Reset()
    {
        lock (gate)
        {
            Array.Clear(used);
        }
    }

    private Fault? Scripted(long number, string model, string? question)
    {
        if (used.Length == 0)
        {
            return null;
        }

        lock (gate)
        {
            for (var index = 0; index < used.Length; index++)
            {
                var line = options.Script[index];
                if (used[index] < line.Times && line.Fits(number, model, question))
                {
                    used[index]++;
                    return line.Fault;
                }
            }
        }

        return null;
    }

    private static Fault? Drawn(IReadOnlyList<FaultShare> shares, Chance chance)
    {
        var left = chance.With("fault").Share;
        foreach (var share in shares)
        {
            left -= share.Share;
            if (left < 0)
            {
                return share.Fault;
            }
        }

        return null;
    }
}
