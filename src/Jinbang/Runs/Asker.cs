using Jinbang.Models;
using Polly;
using Polly.Retry;
using Outcome = Jinbang.Models.Outcome;

namespace Jinbang.Runs;

/// <summary>Asks a model within the budget, repeating calls that may yet succeed. The only place that retries.</summary>
internal sealed class Asker
{
    private readonly Examinee examinee;
    private readonly Budget budget;
    private readonly Rate? rate;
    private readonly RetrySettings settings;
    private readonly ResiliencePipeline<Reply> retries;

    /// <param name="examinee">The model to ask.</param>
    /// <param name="rate">Its price in yuan; null when unknown.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="settings">How often calls are repeated.</param>
    /// <param name="time">The clock of waits.</param>
    public Asker(Examinee examinee, Rate? rate, Budget budget, RetrySettings settings, TimeProvider time)
    {
        this.examinee = examinee;
        this.rate = rate;
        this.budget = budget;
        this.settings = settings;
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
    /// <returns>The reply; its outcome is Failed when repeats were used up.</returns>
    /// <exception cref="ProviderException">Asking this model anything more is useless.</exception>
    /// <exception cref="BudgetExhaustedException">The call does not fit into the budget.</exception>
    public async Task<Reply> AskAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var calls = 0;
        try
        {
            var reply = await retries.ExecuteAsync(
                async token =>
                {
                    calls++;
                    return await CallAsync(prompt, token);
                },
                cancellationToken);
            return reply with { Retries = calls - 1 };
        }
        catch (ProviderException fault) when (!fault.EndsModel)
        {
            return new Reply(Outcome.Failed, "") { Error = $"{fault.Kind}: {fault.Message}", Retries = calls - 1 };
        }
    }

    private async Task<Reply> CallAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var worst = rate?.WorstCase(prompt, examinee.Model.MaxOutputTokens) ?? 0;
        if (!await budget.ReserveAsync(worst, cancellationToken))
        {
            throw new BudgetExhaustedException(worst, budget.Left ?? 0);
        }

        // A call that was cancelled or broke off may have been billed, so until a reply says otherwise it cost the worst.
        var cost = worst;
        try
        {
            var reply = await examinee.AskAsync(prompt, cancellationToken);
            reply = reply with { Cost = reply.Cost ?? (reply.Usage is { } usage ? rate?.Of(usage) : null) };
            cost = reply.Cost ?? worst;
            return reply;
        }
        catch (ProviderException fault) when (!MayHaveBeenBilled(fault.Kind))
        {
            cost = 0;
            throw;
        }
        finally
        {
            budget.Settle(worst, cost);
        }
    }

    private bool IsWorthRepeating(RetryPredicateArguments<Reply> arguments) =>
        arguments.Outcome.Exception is ProviderException { IsPassing: true } fault
        && (fault.Kind != FaultKind.Connection || arguments.AttemptNumber < settings.MostUnreachable);

    private TimeSpan? AskedDelay(Exception? fault) =>
        fault is ProviderException { RetryAfter: { } asked }
            ? asked < settings.LongestDelay ? asked : settings.LongestDelay
            : null;

    private static bool MayHaveBeenBilled(FaultKind kind) => kind switch
    {
        FaultKind.Timeout or FaultKind.Malformed => true,
        FaultKind.RateLimited or FaultKind.ServerError or FaultKind.Connection
            or FaultKind.Unauthorized or FaultKind.QuotaExhausted or FaultKind.BadRequest
            or FaultKind.PromptTooLong => false,
    };
}
