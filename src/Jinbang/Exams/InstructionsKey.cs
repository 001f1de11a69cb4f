using Jinbang.Exams.Instructions;

namespace Jinbang.Exams;

/// <summary>The instructions that a reply is to follow.</summary>
/// <param name="Instructions">The instructions in the order of the file; never empty.</param>
public sealed record InstructionsKey(IReadOnlyList<Instruction> Instructions) : AnswerKey
{
    /// <summary>The language of the exam, whose variant of each rule counts.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Whether points are given for following them in IFEval's loose sense.</summary>
    public bool IsLoose { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Language.Code()} {(IsLoose ? "loose" : "strict")}: {string.Join("; ", Instructions)}";
}
