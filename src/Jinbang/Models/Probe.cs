using Jinbang.Models.Providers;

namespace Jinbang.Models;

/// <summary>The cheapest possible call to a model: whether its provider can be reached, lets the key in and serves the model.</summary>
/// <param name="examinee">The model as <see cref="Shortened"/> has it.</param>
/// <param name="connection">The connections to its provider.</param>
/// <param name="patience">Longest time that the call may take.</param>
public sealed class Probe(Examinee examinee, ProviderConnection connection, TimeSpan patience)
{
    /// <summary>Most tokens of the reply; OpenAI's Responses take no lower limit than this.</summary>
    private const int MostTokens = 16;

    private static readonly Prompt Question = new("1+1=", "1+1=", [], false);

    private readonly Rate? rate = examinee.Model.Price?.InYuan();

    /// <summary>The model with room for a few tokens; not told to think, which takes more room.</summary>
    public static Model Shortened(Model model) => model with { MaxOutputTokens = MostTokens, Thinking = model.Thinking is true ? null : model.Thinking };

    /// <summary>Whom it asks.</summary>
    public Model Model => examinee.Model;

    /// <summary>The most yuan that it can cost; null when the price is unknown.</summary>
    public decimal? MostYuan => rate?.WorstCase(Question, Model.MaxOutputTokens);

    /// <summary>Makes the call, once.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ProbeResult> AskAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, connection.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var reply = await examinee.AskAsync(Question, either.Token);
            return new(Admitted) { Reply = reply.PricedBy(rate) };
        }
        catch (ProviderException fault)
        {
            return new(KeyAfter(fault.Kind)) { Problem = fault.Problem };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var (who, seconds) = (connection.Provider.Title, patience.TotalSeconds);
            return new(KeyState.Unknown)
            {
                Problem = new(
                    $"{who} ({Model.Id}): no reply within {seconds:0.###} s; is the network or the provider slow? A longer --timeout waits longer. The call may have been billed.",
                    $"{who}（{Model.Id}）：{seconds:0.###} 秒内没有回复；网络或服务商是否过慢？可用 --timeout 延长等待。这次调用可能已计费。"),
            };
        }
    }

    private KeyState Admitted => connection.Key is not null ? KeyState.Valid : KeyState.NotNeeded;

    private KeyState KeyAfter(FaultKind kind) => kind switch
    {
        FaultKind.Unauthorized => connection.Key is not null ? KeyState.Refused : KeyState.Missing,
        FaultKind.QuotaExhausted or FaultKind.RateLimited or FaultKind.BadRequest or FaultKind.PromptTooLong => Admitted,
        FaultKind.ServerError or FaultKind.Timeout or FaultKind.Connection or FaultKind.Malformed => KeyState.Unknown,
    };
}
