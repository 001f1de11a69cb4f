namespace Jinbang.Web.Boards;

/// <summary>A model whose grades on an exam are not kept by the present reader and keys.</summary>
/// <param name="Exam">The exam's id.</param>
/// <param name="Language">The language it was asked in.</param>
/// <param name="Model">The model's name.</param>
internal readonly record struct UnkeptGrades(string Exam, Language Language, string Model);
