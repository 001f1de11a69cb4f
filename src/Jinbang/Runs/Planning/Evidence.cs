using Jinbang.Models;

namespace Jinbang.Runs.Planning;

/// <summary>What the ledger tells of one model's calls: on the exam in question, and elsewhere.</summary>
/// <param name="here">Its replies to this exam.</param>
/// <param name="elsewhere">Its other replies.</param>
/// <param name="model">The model.</param>
/// <param name="prior">What is expected of a reply's tokens where there is neither.</param>
internal sealed class Evidence(IReadOnlyList<PastReply> here, IReadOnlyList<PastReply> elsewhere, Model model, Estimate prior)
{
    /// <summary>The mean tokens of so many replies, and what that rests on.</summary>
    public (Estimate Tokens, Basis Basis) Completion(double calls)
    {
        var (tokens, basis) = Mean(reply => reply.Completion, calls) ?? (prior, Basis.Prior);
        return (tokens.AtMost(model.MaxOutputTokens), basis);
    }

    /// <summary>The mean seconds of so many calls.</summary>
    public Estimate Seconds(double calls) =>
        Mean(reply => reply.Seconds, calls)?.Mean ?? Priors.Seconds(Completion(calls).Tokens);

    /// <summary>The longest of the calls known, in seconds; null when none is.</summary>
    public double? LongestSeconds => here.Concat(elsewhere).Max(reply => reply.Seconds);

    /// <summary>Share of prompt tokens that the provider had in its cache: as often as so far, or not at all.</summary>
    public Estimate Cached
    {
        get
        {
            var told = (here.Count > 0 ? here : elsewhere).Where(reply => reply.Prompt > 0).ToList();
            var share = told.Sum(reply => (double)(reply.Cached ?? 0)) / Math.Max(1, told.Sum(reply => (double)reply.Prompt!));
            return new(share, share, 0);
        }
    }

    /// <summary>Share of replies that rules cannot read. Where none of n was, three in n may yet be (the rule of three).</summary>
    public Estimate Unreadable(double calls) => Mean(reply => reply.IsForJudges ? 1 : 0, calls)?.Mean is { } share
        ? (share with { High = Math.Max(share.High, 3.0 / (here.Count + elsewhere.Count)) }).AtMost(1)
        : Priors.Unreadable;

    private (Estimate Mean, Basis Basis)? Mean(Func<PastReply, double?> figure, double calls)
    {
        var same = new Sample(here.Select(figure).OfType<double>());
        if (same.IsEnough)
        {
            return (same.MeanOfSame(calls), Basis.ThisExam);
        }

        var others = new Sample(here.Concat(elsewhere).Select(figure).OfType<double>());
        return others.IsEnough ? (others.MeanOfOthers(), Basis.OtherExams) : null;
    }
}
