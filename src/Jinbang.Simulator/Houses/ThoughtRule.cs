namespace Jinbang.Simulator.Houses;

/// <summary>Where thinking comes back when a request's field has a value.</summary>
/// <param name="Field">The field's path.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="Form">Where thinking then comes back.</param>
internal sealed record ThoughtRule(string Field, string Value, ThoughtForm Form);
