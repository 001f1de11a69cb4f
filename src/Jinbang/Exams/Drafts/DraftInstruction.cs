namespace Jinbang.Exams.Drafts;

/// <summary>An instruction as written.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Id">Its id, or null where there is none.</param>
/// <param name="Arguments">The texts under each name.</param>
internal sealed record DraftInstruction(int Line, string? Id, IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments);
