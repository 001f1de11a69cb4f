using System.Text;

namespace Jinbang.Models.Providers;

/// <summary>Puts a reply together from its pieces, and tells of them while they come.</summary>
internal sealed class HeardReply
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder thinking = new();
    private readonly RedactedPieces? told;
    private readonly RedactedPieces? toldThinking;

    /// <param name="redaction">Takes the key out of what is told.</param>
    /// <param name="hear">Is told each piece; null for nobody.</param>
    public HeardReply(Redaction redaction, Action<ReplyPiece>? hear)
    {
        told = hear is null ? null : new(redaction, piece => hear(new(piece, IsThinking: false)));
        toldThinking = hear is null ? null : new(redaction, piece => hear(new(piece, IsThinking: true)));
    }

    /// <summary>The whole text so far, as it came.</summary>
    public string Text => text.ToString();

    /// <summary>The whole thinking so far, as it came.</summary>
    public string Thinking => thinking.ToString();

    /// <summary>Takes the next piece.</summary>
    public void Add(ReplyPiece piece)
    {
        (piece.IsThinking ? thinking : text).Append(piece.Text);
        (piece.IsThinking ? toldThinking : told)?.Add(piece.Text);
    }

    /// <summary>Tells what was held back.</summary>
    public void End()
    {
        toldThinking?.End();
        told?.End();
    }
}
