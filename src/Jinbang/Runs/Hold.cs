namespace Jinbang.Runs;

/// <summary>What the calls of one attempt may cost, set aside until the attempt is in the ledger.</summary>
/// <param name="model">The name of the model that is asked.</param>
/// <param name="budget">What may be spent.</param>
/// <param name="journal">Where the attempt will be recorded.</param>
/// <param name="books">Of the sitting that bears the cost.</param>
internal sealed class Hold(string model, Budget budget, Journal journal, Books books) : IDisposable
{
    private decimal? reserved;
    private bool isPassedOn;

    /// <summary>Of the sitting that bears the cost.</summary>
    public Books Books { get; } = books;

    /// <summary>The name of the model that is asked.</summary>
    public string Model { get; } = model;

    /// <summary>Yuan that calls may have cost although they brought no reply, or none that tells its cost.</summary>
    public decimal Lost { get; private set; }

    /// <summary>Sets a call's worst case aside, in the budget and on disk; done when the call may be sent.</summary>
    /// <exception cref="BudgetExhaustedException">The call does not fit into the budget.</exception>
    /// <exception cref="LedgerFaultException">The ledger cannot be written; nothing may be asked any more.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled while waiting.</exception>
    public async Task ReserveAsync(decimal worst, CancellationToken cancellationToken)
    {
        if (!await budget.ReserveAsync(worst, cancellationToken))
        {
            throw new BudgetExhaustedException(worst, budget.Left ?? 0);
        }

        reserved = worst;
        var isCovered = Books.Open(worst);
        try
        {
            await journal.AdmitAsync(Books, isCovered, cancellationToken);
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>The call was not billed.</summary>
    public void Release()
    {
        Books.Close(reserved ?? 0);
        Count(0);
    }

    /// <summary>The call may have been billed, and no reply says how much.</summary>
    public void Lose()
    {
        Lost += reserved ?? 0;
        Count(reserved ?? 0);
    }

    /// <summary>What the calls of a reply come to, those that brought none included; a reply that nothing was set aside for was not paid.</summary>
    public decimal Due(decimal cost) => Lost + (reserved is null ? 0 : cost);

    /// <summary>The reply and what was lost are in the ledger.</summary>
    public void Settle(decimal cost)
    {
        Books.Close((reserved ?? 0) + Lost);
        Lost = 0;
        Count(cost);
    }

    /// <summary>The reply is on its way into the ledger, and the hold is settled when it is there.</summary>
    public void PassOn() => isPassedOn = true;

    /// <summary>Unless a reply is on its way into the ledger, what may have been billed is booked as lost.</summary>
    public void Dispose()
    {
        if (isPassedOn)
        {
            return;
        }

        Lose();
        Books.Lose(Model, Lost);
        Lost = 0;
    }

    private void Count(decimal cost)
    {
        if (reserved is { } worst)
        {
            budget.Settle(worst, cost);
            reserved = null;
        }
    }
}
