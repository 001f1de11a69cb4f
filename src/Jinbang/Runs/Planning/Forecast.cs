using Jinbang.Models;

namespace Jinbang.Runs.Planning;

/// <summary>Completes a line of a plan: from calls and prompt tokens to reply tokens, yuan and minutes.</summary>
internal static class Forecast
{
    private const double Million = 1_000_000;

    /// <param name="line">The line, with its calls.</param>
    /// <param name="candidate">The model.</param>
    /// <param name="settings">How the run is carried out.</param>
    /// <param name="sharers">Models that share the limits of its account.</param>
    /// <param name="evidence">What is known of the model's calls.</param>
    /// <param name="prompts">Tokens of all prompts together.</param>
    public static PlanLine Of(PlanLine line, Candidate candidate, RunSettings settings, int sharers, Evidence evidence, Estimate prompts)
    {
        var (each, basis) = evidence.Completion(line.Calls.Likely);
        // What runs in this process has no tokens to pay for, and does not take the time that a provider would.
        var isUnheardOf = candidate.IsFree && basis is Basis.Prior;
        var replies = each * line.Calls;
        return line with
        {
            PromptTokens = isUnheardOf ? null : prompts,
            CompletionTokens = isUnheardOf ? null : replies,
            Yuan = candidate.IsFree ? default(Estimate) : Yuan(candidate, line.Calls, evidence.Cached, prompts, replies),
            Minutes = isUnheardOf ? null : Minutes(line, prompts + replies, candidate, settings.Concurrency, sharers, evidence),
            ReplyBasis = basis,
        };
    }

    private static Estimate? Yuan(Candidate candidate, Estimate calls, Estimate cached, Estimate prompts, Estimate replies)
    {
        if (candidate.Rate is not { } rate)
        {
            return null;
        }

        double Of(double calls, double cachedShare, double promptTokens, double replyTokens)
        {
            // Of an average call: which calls are in which tier is not known beforehand.
            var (input, cachedInput, output) = calls > 0 ? rate.For((int)(promptTokens / calls), (int)(replyTokens / calls)) : rate;
            return ((promptTokens * (((double)input * (1 - cachedShare)) + ((double)cachedInput * cachedShare))) + (replyTokens * (double)output)) / Million;
        }

        return new(
            Of(calls.Low, cached.Low, prompts.Low, replies.Low),
            Of(calls.Likely, cached.Likely, prompts.Likely, replies.Likely),
            Of(calls.High, cached.High, prompts.High, replies.High));
    }

    /// <summary>Work divided among hands, and what the last call adds: at the worst all of the longest (Graham's bound for lists);
    /// but no faster than the limits of model and account let it.</summary>
    private static Estimate Minutes(PlanLine line, Estimate tokens, Candidate candidate, int? concurrency, int sharers, Evidence evidence)
    {
        var calls = line.Calls;
        if (calls.High <= 0)
        {
            return default;
        }

        var each = evidence.Seconds(calls.Likely);
        var longest = Math.Max(each.High, evidence.LongestSeconds ?? each.High);
        var (most, usual, least) = Hands(candidate.Examinee, concurrency, calls.Likely);
        var work = new Estimate(
            calls.Low > 0 ? Math.Max(each.Low * calls.Low / most, each.Low) : 0,
            (each.Likely * calls.Likely / usual) + ((1 - (1 / usual)) * each.Likely),
            (each.High * calls.High / least) + ((1 - (1 / least)) * longest)) * (1.0 / 60);
        var (own, account) = (candidate.Examinee.Limits, candidate.Examinee.AccountLimits);
        return Estimate.Max(work, Estimate.Max(Floor(own, calls, tokens, 1), Floor(account, calls, tokens, sharers)));
    }

    /// <summary>How many calls are under way at once: as many as was said, else as many as a run may find out that it can have.</summary>
    private static (double Most, double Usual, double Least) Hands(Examinee examinee, int? concurrency, double calls)
    {
        double Bounded(double hands) => Math.Max(1, Math.Min(hands, calls));
        int?[] said = [examinee.Concurrency, concurrency, examinee.Limits.Concurrency, examinee.AccountLimits.Concurrency];
        return said.Min() is { } hands
            ? (Bounded(hands), Bounded(hands), Bounded(hands))
            : (Bounded(Priors.Hands.High), Bounded(Priors.Hands.Likely), Bounded(Priors.Hands.Low));
    }

    /// <summary>The minutes that limits need for so much; models of one account share its limits evenly.</summary>
    private static Estimate Floor(PaceLimits limits, Estimate calls, Estimate tokens, int sharers) => Estimate.Max(
        limits.RequestsPerMinute is { } requests ? calls * ((double)sharers / requests) : default,
        limits.TokensPerMinute is { } most ? tokens * ((double)sharers / most) : default);
}
