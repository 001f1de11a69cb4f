namespace Jinbang.Exams.Instructions;

/// <summary>A parameter of an instruction.</summary>
/// <param name="Name">IFEval's name for it.</param>
/// <param name="Kind">What it holds.</param>
internal readonly record struct InstructionParameter(string Name, ParameterKind Kind);
