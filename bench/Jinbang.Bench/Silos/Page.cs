namespace Jinbang.Bench.Silos;

/// <summary>One commit of a holder.</summary>
/// <param name="Nth">Counts its commits.</param>
/// <param name="Answers">Places answered, what each cost and what had been set aside for it.</param>
/// <param name="Lost">Yuan that may have been billed for nothing.</param>
/// <param name="Mark">What may be open from now on, until the next commit says otherwise.</param>
internal sealed record Page(int Nth, IReadOnlyList<(int Place, decimal Cost, decimal Worst)> Answers, decimal Lost, decimal Mark)
{
    /// <summary>Leases of which every place is answered with this.</summary>
    public required IReadOnlyList<Lease> Ended { get; init; }
}
