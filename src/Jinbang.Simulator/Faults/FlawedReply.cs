namespace Jinbang.Simulator.Faults;

/// <summary>Faults in what a reply says; those of its transport are left to delivery.</summary>
internal static class FlawedReply
{
    // So long that the middle of the body lies within it, where more can be put.
    private const int LongText = 4096;

    /// <summary>The reply with the fault in it.</summary>
    public static SimulatedReply With(this SimulatedReply reply, Flaw flaw) => flaw switch
    {
        Flaw.Empty => reply with { Text = "" },
        Flaw.EmptyChoices => reply with { HasChoices = false },
        Flaw.Truncated => reply with { Text = reply.Text[..(reply.Text.Length / 2)], Finish = Finish.Length },
        Flaw.Filter => reply with { Text = "", Finish = Finish.Filter },
        Flaw.FilterPrompt => reply with { Text = "", Finish = Finish.Filter, IsPromptWithheld = true },
        Flaw.Broken => reply with { Text = reply.Text[..(reply.Text.Length / 2)], Finish = Finish.Broken },
        Flaw.NoUsage => reply with { Usage = null },
        Flaw.NegativeUsage => reply with { Usage = new(-1, -1) },
        Flaw.AbsurdUsage => reply with { Usage = new(900_000_000, 900_000_000) },
        Flaw.Huge or Flaw.Bomb => reply with { Text = new string('x', LongText) },
        Flaw.Slow or Flaw.Status or Flaw.Html or Flaw.Error200 or Flaw.CutEarly or Flaw.Cut or Flaw.Stall or Flaw.Malformed
            or Flaw.ContentType or Flaw.KeepAlive or Flaw.Duplicate or Flaw.ErrorMidway or Flaw.BadKey or Flaw.NoQuota or Flaw.RateLimited
            or Flaw.TooLong or Flaw.ServerError or Flaw.Overloaded => reply,
    };
}
