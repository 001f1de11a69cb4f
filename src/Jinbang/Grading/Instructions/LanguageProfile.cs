namespace Jinbang.Grading.Instructions;

/// <summary>What a language shows itself by among the others of its script.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Script">Its script.</param>
/// <param name="Letters">Letters that most others do not have.</param>
/// <param name="Words">Its commonest words, parted by blanks.</param>
internal sealed record LanguageProfile(string Code, Script Script, string Letters = "", string Words = "");
