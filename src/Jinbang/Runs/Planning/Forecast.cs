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
            Yuan = candidate.IsFree ? default(Estimate) : Yuan(candidate, evidence.Cached, prompts, replies),
            Minutes = isUnheardOf ? null : Minutes(line, prompts + replies, candidate, settings.Concurrency, sharers, evidence),
            ReplyBasis = basis,
        };
    }

    private static Estimate? Yuan(Candidate candidate, Estimate cached, Estimate prompts, Estimate replies)
    {
        if (candidate.Rate is not { } rate)
        {
            return null;
        }

        var (full, reduced, output) = ((double)rate.Input / Million, (double)rate.CachedInput / Million, (double)rate.Output / Million);
        double Of(double cachedShare, double promptTokens, double replyTokens) =>
            (promptTokens * ((full * (1 - cachedShare)) + (reduced * cachedShare))) + (replyTokens * output);
        return new(
            Of(cached.Low, prompts.Low, replies.Low), Of(cached.Likely, prompts.Likely, replies.Likely), Of(cached.High, prompts.High, replies.High));
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
