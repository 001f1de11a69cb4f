namespace Jinbang.Runs.Search;

/// <summary>A sitting as far as a search is concerned.</summary>
/// <param name="Key">What it is known by.</param>
/// <param name="Exam">The exam's id.</param>
/// <param name="Language">The language it is asked in.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Used">Which beginning of a sitting its last one was.</param>
/// <param name="IsOld">Whether the model has sat the exam otherwise since, so that no board shows it.</param>
internal sealed record TailSitting(string Key, string Exam, Language Language, string Model, long Used, bool IsOld);
