namespace Jinbang.Models;

/// <summary>Something a prompt offers to choose from.</summary>
/// <param name="Label">What to answer with to choose it.</param>
/// <param name="Text">What it says.</param>
public sealed record Choice(string Label, string Text);
