using Jinbang.Models;
using Jinbang.Runs.Pacing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jinbang.Runs;

/// <summary>Asks a model within its pace and the budget, repeating calls that may yet succeed. The only place that retries.</summary>
internal sealed class Asker
{
    private const int Seed = 1;

    private readonly Examinee examinee;
    private readonly Rate? rate;
    private readonly Way way;
    private readonly RetrySettings settings;
    private readonly TimeProvider time;
    private readonly CancellationToken callLife;
    private readonly Random jitter = new(Seed);

    /// <param name="candidate">The model to ask, with its price.</param>
    /// <param name="pace">How fast models are asked.</param>
    /// <param name="settings">How often calls are repeated.</param>
    /// <param name="time">The clock of waits.</param>
    /// <param name="callLife">Of calls under way, which are finished even when nothing more is to be asked.</param>
    public Asker(Candidate candidate, Pace pace, RetrySettings settings, TimeProvider time, CancellationToken callLife)
    {
        (examinee, rate) = (candidate.Examinee, candidate.Rate);
        way = pace.WayTo(examinee);
        (this.settings, this.time, this.callLife) = (settings, time, callLife);
    }

    /// <summary>Most calls that may ever be under way; more callers would only wait.</summary>
    public int Concurrency => way.Ceiling;

    /// <summary>Where faults of calls are told of.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>Asks until a reply is had or repeats are used up.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="hold">Where the calls' worst cases are set aside until the reply is in the ledger.</param>
    /// <param name="cancellationToken">Ends the asking; a call that was sent goes on.</param>
    /// <returns>The reply; its outcome is Failed when repeats were used up.</returns>
    /// <exception cref="ProviderException">Asking this model anything more is useless.</exception>
    /// <exception cref="BudgetExhaustedException">The call does not fit into the budget.</exception>
    public async Task<Reply> AskAsync(Prompt prompt, Hold hold, CancellationToken cancellationToken)
    {
        var effort = new Effort(settings, time);
        while (true)
        {
            var askedAt = time.GetTimestamp();
            var pass = await way.EnterAsync(prompt.Bytes, cancellationToken);
            effort.Begin(askedAt);
            TimeSpan? pause;
            try
            {
                var reply = await CallAsync(prompt, hold, cancellationToken);
                way.Leave(pass, reply);
                return effort.Complete(reply) with { Lost = hold.Lost };
            }
            catch (ProviderException fault)
            {
                way.Leave(pass, fault);
                if (fault.EndsModel)
                {
                    throw;
                }

                pause = effort.Fail(fault, pass.IsProbe, Chance());
                Tell(fault, effort.Calls, pause);
                if (pause is null)
                {
                    return effort.GiveUp(fault) with { Lost = hold.Lost };
                }
            }
            catch
            {
                way.Abandon(pass);
                throw;
            }

            await Task.Delay(pause.Value, time, cancellationToken);
        }
    }

    private void Tell(ProviderException fault, int calls, TimeSpan? pause)
    {
        var (model, provider) = (examinee.Model.Name, examinee.Model.Account());
        if (pause is { } wait)
        {
            Log.CallFailed(model, provider, fault.Kind, calls, wait.TotalSeconds);
        }
        else
        {
            Log.AttemptFailed(model, provider, fault.Kind, calls, fault.MayHaveBeenBilled);
        }
    }

    private double Chance()
    {
        lock (jitter)
        {
            return jitter.NextDouble();
        }
    }

    private async Task<Reply> CallAsync(Prompt prompt, Hold hold, CancellationToken cancellationToken)
    {
        await hold.ReserveAsync(rate?.WorstCase(prompt, examinee.Model.MaxOutputTokens) ?? 0, cancellationToken);
        try
        {
            var reply = (await examinee.AskAsync(prompt, callLife)).PricedBy(rate);
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
}
