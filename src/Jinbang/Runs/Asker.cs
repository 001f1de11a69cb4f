using Jinbang.Models;
using Polly;
using Polly.Retry;
using Outcome = Jinbang.Models.Outcome;

namespace Jinbang.Runs;

/// <summary>Asks a model within the budget, repeating calls that may yet succeed. The only place that retries.</summary>
internal sealed class Asker
{
    private readonly Examinee examinee;
    private readonly Rate? rate;
    private readonly RetrySettings settings;
    private readonly CancellationToken callLife;
    private readonly ResiliencePipeline<Reply> retries;

    /// <param name="examinee">The model to ask.</param>
    /// <param name="rate">Its price in yuan; null when unknown.</param>
    /// <param name="settings">How often calls are repeated.</param>
    /// <param name="time">The clock of waits.</param>
    /// <param name="callLife">Of calls under way, which are finished even when nothing more is to be asked.</param>
    public Asker(Examinee examinee, Rate? rate, RetrySettings settings, TimeProvider time, CancellationToken callLife)
    {
        this.examinee = examinee;
        this.rate = rate;
        this.settings = settings;
        this.callLife = callLife;
        retries = new ResiliencePipelineBuilder<Reply> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Reply>
            {
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments)),
                MaxRetryAttempts = settings.Most,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.FirstDelay,
                MaxDelay = settings.LongestDelay,
                DelayGenerator = arguments => ValueTask.FromResult(AskedDelay(arguments.Outcome.Exception)),
            })
            .Build();
    }

    /// <summary>Asks until a reply is had or repeats are used up.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="hold">Where the calls' worst cases are set aside until the reply is in the ledger.</param>
    /// <param name="cancellationToken">Ends the asking; a call that was sent goes on.</param>
    /// <returns>The reply; its outcome is Failed when repeats were used up.</returns>
    /// <exception cref="ProviderException">Asking this model anything more is useless.</exception>
    /// <exception cref="BudgetExhaustedException">The call does not fit into the budget.</exception>
    public async Task<Reply> AskAsync(Prompt prompt, Hold hold, CancellationToken cancellationToken)
    {
        var calls = 0;
        try
        {
            var reply = await retries.ExecuteAsync(
                async token =>
                {
                    calls++;
                    return await CallAsync(prompt, hold, token);
                },
                cancellationToken);
            return reply with { Retries = calls - 1, Lost = hold.Lost };
        }
        catch (ProviderException fault) when (!fault.EndsModel)
        {
            return new Reply(Outcome.Failed, "") { Error = $"{fault.Kind}: {fault.Message}", Retries = calls - 1, Lost = hold.Lost };
        }
    }

    private async Task<Reply> CallAsync(Prompt prompt, Hold hold, CancellationToken cancellationToken)
    {
        await hold.ReserveAsync(rate?.WorstCase(prompt, examinee.Model.MaxOutputTokens) ?? 0, cancellationToken);
        try
        {
            var reply = await examinee.AskAsync(prompt, callLife);
            reply = reply with { Cost = reply.Cost ?? (reply.Usage is { } usage ? rate?.Of(usage) : null) };
            if (reply.Cost is null)
            {
                hold.Lose();
            }

            return reply;
        }
        catch (ProviderException fault) when (!fault.MayHaveBeenBilled)
        {
            hold.Release();
            throw;
        }
        catch
        {
            hold.Lose();
            throw;
        }
    }

    private bool IsWorthRepeating(RetryPredicateArguments<Reply> arguments) =>
        arguments.Outcome.Exception is ProviderException { IsPassing: true } fault
        && (fault.Kind != FaultKind.Connection || arguments.AttemptNumber < settings.MostUnreachable);

    private TimeSpan? AskedDelay(Exception? fault) =>
        fault is ProviderException { RetryAfter: { } asked }
            ? asked < settings.LongestDelay ? asked : settings.LongestDelay
            : null;
}
