using Jinbang.Models;

namespace Jinbang.Runs.Planning;

/// <summary>Samples of past calls from the ledger, each read once. A few hundred of a sitting say as much as a million.</summary>
internal sealed class PastCalls(Ledger ledger)
{
    private const int MostHere = 1000;
    private const int MostSittings = 20;
    private const int MostOfEach = 100;

    private readonly Dictionary<(string, int), IReadOnlyList<PastReply>> read = [];
    private readonly Dictionary<(string Provider, string Id), IReadOnlyList<PastSitting>> sittings = [];

    /// <summary>The latest replies of a sitting.</summary>
    public Task<IReadOnlyList<PastReply>> HereAsync(string sitting, CancellationToken cancellationToken) =>
        ReadAsync(sitting, MostHere, cancellationToken);

    /// <summary>Replies of the sitting's model at its latest other sittings.</summary>
    public async Task<IReadOnlyList<PastReply>> ElsewhereAsync(Sitting sitting, CancellationToken cancellationToken)
    {
        // The key is a fingerprint, which is made at each look.
        var (key, replies) = (sitting.Key, new List<PastReply>());
        foreach (var other in (await SittingsAsync(sitting.Model, cancellationToken)).Where(other => other.Key != key && other.IsOf(sitting.Model)).Take(MostSittings))
        {
            replies.AddRange(await ReadAsync(other.Key, MostOfEach, cancellationToken));
        }

        return replies;
    }

    /// <summary>The latest judgements of a judge.</summary>
    public Task<IReadOnlyList<PastReply>> OfJudgeAsync(string judge, CancellationToken cancellationToken) =>
        ledger.PastJudgementsAsync(judge, MostHere, cancellationToken);

    private async Task<IReadOnlyList<PastSitting>> SittingsAsync(Model model, CancellationToken cancellationToken) =>
        sittings.TryGetValue((model.Provider, model.Id), out var known)
            ? known
            : sittings[(model.Provider, model.Id)] = await ledger.PastSittingsAsync(model, cancellationToken);

    private async Task<IReadOnlyList<PastReply>> ReadAsync(string sitting, int most, CancellationToken cancellationToken) =>
        read.TryGetValue((sitting, most), out var known)
            ? known
            : read[(sitting, most)] = await ledger.PastRepliesAsync(sitting, most, cancellationToken);
}
