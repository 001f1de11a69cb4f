using System.Globalization;
using Jinbang.Grading;
using Jinbang.Web.Layout;

namespace Jinbang.Web.Asking;

/// <summary>How an answer ended and what it took, as it is shown.</summary>
/// <param name="Of">Which of the models, from 0.</param>
/// <param name="Outcome">A word for programs.</param>
/// <param name="Status">The same for people.</param>
/// <param name="Problem">What went wrong; empty unless it failed.</param>
/// <param name="Tokens">Tokens of prompt and reply.</param>
/// <param name="Seconds">Seconds to the first token and to the end.</param>
/// <param name="Cost">What it cost.</param>
public sealed record AnswerEnd(int Of, string Outcome, string Status, string Problem, string Tokens, string Seconds, string Cost)
{
    /// <summary>Says it.</summary>
    public static AnswerEnd Say(AnswerPiece piece, Language language)
    {
        var reply = piece.Reply!;
        var thought = reply.Usage?.Reasoning is > 0 and var reasoning ? new Phrase($", {reasoning} of these thinking", $"，其中思考 {reasoning}").In(language) : "";
        var first = reply.FirstToken is { } heard ? new Phrase($", first after {Figure(heard)}", $"，首字 {Figure(heard)}").In(language) : "";
        return new(
            piece.Of,
            GradeWords.Code(reply.Outcome),
            GradeWords.Say(reply.Outcome).In(language),
            piece.Problem?.In(language) ?? "",
            reply.Usage is { } usage ? $"{usage.Prompt} + {usage.Completion}{thought}" : "/",
            reply.Elapsed is { } took ? Figure(took) + first : "/",
            Numbers.Yuan(reply.Cost));
    }

    private static string Figure(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
