using Jinbang.Runs;

namespace Jinbang.Cli.Summaries;

/// <summary>One attempt that earns something else than before.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Repeat">Which repeat, from 0.</param>
/// <param name="Before">The kept grade.</param>
/// <param name="After">The present one.</param>
/// <param name="Why">"reader" or "key".</param>
internal sealed record FlipLine(string Question, string Model, int Repeat, GradeLine Before, GradeLine After, string Why)
{
    public static FlipLine Of(Flip flip) => new(
        flip.Question, flip.Model, flip.Repeat, GradeLine.Of(flip.Before), GradeLine.Of(flip.After), flip.Cause switch
        {
            FlipCause.Reader => "reader",
            FlipCause.Key => "key",
        });
}
