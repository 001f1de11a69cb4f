using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>Guesses how many tokens a call will take, from what earlier calls to the model took. Not safe for threads.</summary>
internal sealed class TokenEstimate
{
    private const double Weight = 0.1;

    // Three bytes are a Chinese character, or the greater part of an English token.
    private double perByte = 1.0 / 3;
    private double reply = 500;

    public double Of(int bytes) => (bytes * perByte) + reply;

    public void Learn(int bytes, TokenUsage usage)
    {
        perByte += bytes > 0 ? ((usage.Prompt / (double)bytes) - perByte) * Weight : 0;
        reply += (usage.Completion - reply) * Weight;
    }
}
