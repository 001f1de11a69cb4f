using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Web.Asking;

/// <summary>Models made ready to be asked once, with what that can cost.</summary>
/// <param name="Order">What is ordered.</param>
/// <param name="Candidates">The models, in order.</param>
/// <param name="Roster">Who made them ready.</param>
public sealed record PlannedAsk(AskOrder Order, IReadOnlyList<Candidate> Candidates, Roster Roster) : IDisposable
{
    /// <summary>What every model is sent.</summary>
    public Prompt Prompt { get; } = new(Order.Prompt, Order.Prompt, [], MayChooseSeveral: false) { System = Order.System };

    /// <summary>The most yuan that each can cost, in order; null when the price is unknown.</summary>
    public IReadOnlyList<decimal?> Worst => [.. Candidates.Select(candidate => candidate.Rate?.WorstCase(Prompt, Order.MaxTokens))];

    /// <summary>The most yuan that those of known price can cost together.</summary>
    public decimal WorstTotal => Worst.Sum() ?? 0;

    /// <summary>Why it must not be asked as it is; null when it may.</summary>
    public Phrase? Refusal
    {
        get
        {
            var unknown = Candidates.FirstOrDefault(candidate => candidate.Rate is null)?.Examinee.Model.Name;
            return WorstTotal > Order.Cap
                ? new(
                    $"At worst this costs ¥{WorstTotal:0.####}, more than the cap of ¥{Order.Cap:0.####}: raise the cap, or ask for fewer tokens or models.",
                    $"最坏情况下花费 ¥{WorstTotal:0.####}，超过上限 ¥{Order.Cap:0.####}：请提高上限，或减少 token 数或模型。")
                : unknown is not null && !Order.AllowUnknownPrice
                    ? new($"The price of {unknown} is unknown, so the cap cannot hold: leave it out, or allow unknown prices.", $"{unknown} 的价格未知，无法保证不超上限：请去掉它，或允许未知价格。")
                    : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var candidate in Candidates)
        {
            candidate.Examinee.Dispose();
        }

        Roster.Dispose();
    }
}
