namespace Jinbang;

/// <summary>Results that somebody left out of roll-ups on purpose, and why.</summary>
/// <param name="Exam">Pattern of exams' ids or titles; null for all.</param>
/// <param name="Stratum">Pattern of a part of the exam; null for the whole.</param>
/// <param name="Model">Pattern of models' names; null for all.</param>
/// <param name="Reason">Why.</param>
public sealed record Exclusion(string? Exam, string? Stratum, string? Model, string Reason)
{
    /// <summary>The keys of one in YAML.</summary>
    public static readonly string[] Keys = ["exam", "stratum", "model", "reason"];

    /// <summary>Reads one; it names an exam, a model or both, and always a reason.</summary>
    /// <exception cref="BadInputException">It does not.</exception>
    public static Exclusion Read(YamlMap map)
    {
        var exclusion = new Exclusion(map.Text("exam"), map.Text("stratum"), map.Text("model"), map.Required("reason"));
        return exclusion is { Exam: null, Model: null } ? throw map.Missing("exam") : exclusion;
    }
}
