namespace Jinbang.Models.Providers;

/// <summary>Takes a key out of a text that comes in pieces: what may be its beginning is held back until more has come.</summary>
/// <param name="redaction">Takes it out.</param>
/// <param name="hear">Is told what remains, in order.</param>
internal sealed class RedactedPieces(Redaction redaction, Action<string> hear)
{
    private string held = "";

    /// <summary>Takes the next piece.</summary>
    public void Add(string piece)
    {
        var text = held + piece;
        var told = text.Length - redaction.HeldBack(text);
        held = text[told..];
        Tell(text[..told]);
    }

    /// <summary>Tells what is still held back.</summary>
    public void End()
    {
        Tell(held);
        held = "";
    }

    private void Tell(string text)
    {
        if (text.Length > 0)
        {
            hear(redaction.Of(text));
        }
    }
}
