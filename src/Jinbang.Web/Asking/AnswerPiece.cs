using System.Text.Json.Serialization;
using Jinbang.Models;

namespace Jinbang.Web.Asking;

/// <summary>What is new about one model's answer.</summary>
/// <param name="Of">Which of the models, from 0.</param>
public sealed record AnswerPiece(int Of)
{
    /// <summary>What the reply goes on with; null when it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>What the thinking goes on with; null when it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Thinking { get; init; }

    /// <summary>The whole answer; null before its end.</summary>
    [JsonIgnore]
    public Reply? Reply { get; init; }

    /// <summary>What went wrong, and what to do; null unless it failed.</summary>
    [JsonIgnore]
    public Phrase? Problem { get; init; }

    /// <summary>A part of a reply that came.</summary>
    public static AnswerPiece Heard(int of, ReplyPiece piece) => piece.IsThinking ? new(of) { Thinking = piece.Text } : new(of) { Text = piece.Text };

    /// <summary>The end of an answer.</summary>
    public static AnswerPiece Ended(int of, Reply reply, Phrase? problem) => new(of) { Reply = reply, Problem = problem };
}
