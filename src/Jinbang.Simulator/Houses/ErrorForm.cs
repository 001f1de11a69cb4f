namespace Jinbang.Simulator.Houses;

/// <summary>How a house tells of one trouble.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">What its body says as {type}; null for JSON's null.</param>
/// <param name="Code">What its body says as {code}; null for JSON's null.</param>
/// <param name="Message">The house's words, in which {message}, {field} are filled in; null to say what is wrong plainly.</param>
/// <param name="Body">The body's template, where it is not the house's usual one.</param>
internal sealed record ErrorForm(int Status, string? Type, string? Code, string? Message, string? Body);
