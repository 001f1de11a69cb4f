using Jinbang.Simulator.Answers;
using Jinbang.Simulator.Batches;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Simulator;

/// <summary>How a simulated provider behaves.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The port on 127.0.0.1; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>The models it serves; names unique.</summary>
    public IReadOnlyList<SimulatedModel> Models { get; init; } = SimulatedModel.Usual;

    /// <summary>The questions its models know.</summary>
    public AnswerSheet Sheet { get; init; } = AnswerSheet.Empty;

    /// <summary>Decides everything left to chance.</summary>
    public int Seed { get; init; }

    /// <summary>How long replies take.</summary>
    public Latency Latency { get; init; } = Latency.None;

    /// <summary>Faults that strike by chance; shares sum to at most 1.</summary>
    public IReadOnlyList<FaultShare> Faults { get; init; } = [];

    /// <summary>Faults that strike by appointment, before those by chance; the first line that fits counts.</summary>
    public IReadOnlyList<ScriptLine> Script { get; init; } = [];

    /// <summary>How fast models may be asked; null when that is not limited.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>The bearer key that requests must show; null when any will do.</summary>
    public string? Key { get; init; }

    /// <summary>Share of answers to questions with options, 0 to 1, that name an option by its beginning alone.</summary>
    public double Vague { get; init; }

    /// <summary>Tokens of filler before each answer.</summary>
    public int Verbosity { get; init; }

    /// <summary>Tokens of thinking before each reply.</summary>
    public int Thinking { get; init; }

    /// <summary>How it treats batches.</summary>
    public BatchHabits Batches { get; init; } = new();

    /// <summary>Where a line for each chat request goes, which may be written from several threads; null for nowhere.</summary>
    public TextWriter? Log { get; init; }
}
