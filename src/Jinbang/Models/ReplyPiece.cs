namespace Jinbang.Models;

/// <summary>A part of a reply, told while it comes.</summary>
/// <param name="Text">The part.</param>
/// <param name="IsThinking">Whether it is thinking that the provider sends in a field of its own.</param>
public readonly record struct ReplyPiece(string Text, bool IsThinking);
