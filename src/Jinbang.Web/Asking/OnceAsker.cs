using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Web.Access;
using Jinbang.Web.Models;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces;

namespace Jinbang.Web.Asking;

/// <summary>Asks several models the same once. Nothing of it is kept in the ledger; the audit log has who asked whom and what it cost.</summary>
/// <param name="open">The workspace.</param>
/// <param name="catalogue">The models that can be named.</param>
/// <param name="audit">Records it.</param>
/// <param name="time">The clock.</param>
internal sealed class OnceAsker(OpenWorkspace open, SiteCatalogue catalogue, AuditLog audit, TimeProvider time)
{
    /// <summary>The names of models that can be asked: those that write, whose key is here or that need none; the workspace's first.</summary>
    public IReadOnlyList<string> Askable => [.. catalogue.Known.Lines.Where(line => line.Keys.Count > 0 && !line.IsRetired && !IsPicker(line.Name)).Select(line => line.Name)];

    /// <summary>Makes ready; nothing is sent yet.</summary>
    /// <exception cref="BadInputException">A model is unknown, only picks, or its key is missing.</exception>
    public async Task<PlannedAsk> PlanAsync(AskOrder order, CancellationToken cancellationToken)
    {
        foreach (var name in order.Models)
        {
            RefuseStranger(name);
        }

        var roster = new Roster(open.Workspace, _ => { }, time);
        try
        {
            var line = await roster.ChooseAsync(order.Models, null, cancellationToken);
            var limited = line.Models.Select(model => model with { MaxOutputTokens = order.MaxTokens });
            return new(order, await roster.OpenAsync([.. limited], cancellationToken), roster);
        }
        catch
        {
            roster.Dispose();
            throw;
        }
    }

    /// <summary>Asks all at once.</summary>
    /// <param name="plan">Whom, and what.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>What comes, piece by piece; of each model last its answer's end.</returns>
    /// <exception cref="BadInputException">It may cost more than the cap.</exception>
    public async IAsyncEnumerable<AnswerPiece> AskAsync(PlannedAsk plan, string? who, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (plan.Refusal is { } refusal)
        {
            throw new BadInputException(refusal);
        }

        Record(who, "ask.start", plan, plan.Worst);
        var pieces = Channel.CreateUnbounded<AnswerPiece>();
        var costs = new decimal?[plan.Candidates.Count];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = Task.WhenAll(plan.Candidates.Select(async (candidate, at) => costs[at] = await AskAsync(candidate, at, plan.Prompt, pieces.Writer, stop.Token)));
        var ended = asking.ContinueWith(all => pieces.Writer.Complete(all.Exception?.InnerException), stop.Token, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await foreach (var piece in pieces.Reader.ReadAllAsync(cancellationToken))
            {
                yield return piece;
            }
        }
        finally
        {
            // Whoever reads may leave before the end.
            await stop.CancelAsync();
            await Task.WhenAny(asking);
            Record(who, "ask.end", plan, costs);
        }
    }

    private async Task<decimal?> AskAsync(Candidate candidate, int at, Prompt prompt, ChannelWriter<AnswerPiece> pieces, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            var asked = candidate.Examinee.AskAsync(prompt, piece => pieces.TryWrite(AnswerPiece.Heard(at, piece)), cancellationToken);
            var reply = (await asked).PricedBy(candidate.Rate);
            pieces.TryWrite(AnswerPiece.Ended(at, reply with { Elapsed = reply.Elapsed ?? time.GetElapsedTime(start) }, null));
            return reply.Cost;
        }
        catch (ProviderException fault)
        {
            pieces.TryWrite(AnswerPiece.Ended(at, Reply.Failed(fault) with { Elapsed = time.GetElapsedTime(start) }, fault.Problem));
            return fault.MayHaveBeenBilled ? null : 0;
        }
    }

    private void Record(string? who, string deed, PlannedAsk plan, IReadOnlyList<decimal?> yuan) => audit.Record(who ?? "?", deed, new Dictionary<string, object?>
    {
        ["models"] = plan.Order.Models,
        ["characters"] = plan.Prompt.Text.Length,
        ["yuan"] = yuan,
    });

    private void RefuseStranger(string name)
    {
        if (IsPicker(name))
        {
            throw new BadInputException(new($"{name} picks from choices and cannot write an answer. Name a model that writes.", $"{name} 只会从选项中挑选，不能作答。请指定会生成文字的模型。"));
        }

        // An address of a reader's own must never be asked, so a name has to be one that the workspace or the catalogue knows.
        if (catalogue.Known.Find(name) is null)
        {
            throw new BadInputException(new(
                $"{name} is neither in the catalogue nor in {Workspace.FileName}. See Models for the names.", $"{name} 不在目录中，也不在 {Workspace.FileName} 中。名称见“模型”页。"));
        }
    }

    private static bool IsPicker(string name) => name == RandomExaminee.Name || name.StartsWith("embedded:", StringComparison.Ordinal);
}
