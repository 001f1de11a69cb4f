namespace Jinbang.Bench.Silos;

/// <summary>Silos, a database, a provider and bad weather, in virtual time.</summary>
internal sealed class World
{
    /// <summary>Calls a second that the account allows, and what its bucket holds.</summary>
    public const double Rate = 10;

    /// <summary>The most that a call can cost.</summary>
    public const decimal Worst = 0.01m;

    private const int Silos = 3;
    private const double Longest = 3600;

    private readonly PriorityQueue<Action, (double, long)> events = new();
    private readonly List<ModelSilo> silos = [];
    private readonly Weather weather;
    private readonly int places;
    private long nth;
    private bool isOut;

    public World(Weather weather, int places, int seed, Rule without)
    {
        (this.weather, this.places, Chance, Without) = (weather, places, new Random(seed), without);
        Cap = Worst * places * (decimal)weather.CapShare;
        Tables = new Tables(places, Cap, without);
        for (var silo = 0; silo < Silos; silo++)
        {
            Add();
        }
    }

    public double Now { get; private set; }

    public Random Chance { get; }

    public Rule Without { get; }

    public Tables Tables { get; }

    /// <summary>Yuan that the provider billed.</summary>
    public decimal Bill { get; private set; }

    /// <summary>When each call reached the provider.</summary>
    public List<double> Calls { get; } = [];

    /// <summary>Calls sent or answered and not committed, of silos that were killed or removed.</summary>
    public int InFlight { get; set; }

    /// <summary>Calls that brought no reply and may have been billed.</summary>
    public int Faults { get; set; }

    /// <summary>What must never be; null while all is well.</summary>
    public string? Violation { get; private set; }

    public decimal Cap { get; }

    public void Later(double seconds, Action what) => events.Enqueue(what, (Now + seconds, nth++));

    /// <summary>A message to the database and back, which may not arrive.</summary>
    /// <param name="silo">Whose.</param>
    /// <param name="what">The transaction.</param>
    /// <param name="heard">What follows when its answer is heard.</param>
    /// <param name="failed">What follows when it is not, whether or not the transaction was committed.</param>
    public void Ask<T>(ModelSilo silo, Func<T> what, Action<T> heard, Action failed) => Later(Hop(), () =>
    {
        if (isOut || silo.IsCut)
        {
            Later(0.2, failed);
            return;
        }

        var answer = what();
        Check();
        Later(Hop(), () => silo.WhenAwake(isOut || silo.IsCut || Chance.Next(100) == 0 ? failed : () => heard(answer)));
    });

    public double Hop() => 0.001 + (Chance.NextDouble() * 0.01);

    /// <summary>Has all give back what they do not need, when one has too little.</summary>
    public void AskBack() => silos.ForEach(silo => silo.WhenAwake(silo.GiveBack));

    public ModelSilo? Find(int? number) => silos.Find(silo => silo.Number == number && !silo.IsDead);

    public decimal Send()
    {
        var cost = Math.Round(Worst * (decimal)(0.1 + (0.9 * Chance.NextDouble())), 6);
        Bill += cost;
        Calls.Add(Now);
        Check();
        return cost;
    }

    /// <summary>Lets the run go on to its end.</summary>
    public void Run()
    {
        Strike(weather.Kill, Kill);
        Strike(weather.Pause, () => Any()?.Pause(Chance.NextDouble() * 10, withClock: Chance.Next(2) == 0));
        Strike(weather.Cut, () => Any()?.Cut(Chance.NextDouble() * 10));
        Strike(weather.Outage, () =>
        {
            isOut = true;
            Later(Chance.NextDouble() * 10, () => isOut = false);
        });
        while (Violation is null && Now < Longest && !IsOver() && events.TryDequeue(out var what, out var at))
        {
            Now = at.Item1;
            what();
        }

        Violation ??= Now >= Longest ? "it does not end" : null;
    }

    private bool IsOver()
    {
        var isExhausted = !isOut && silos.All(silo => silo.IsDead || silo.IsStarved);
        return Tables.Answered == places || isExhausted;
    }

    private void Check() => Violation ??= Tables.Contradiction()
        ?? (Bill > Tables.Booked ? "the bill is above the books" : Bill > Cap ? "the bill is above the cap" : null);

    private void Add()
    {
        var silo = new ModelSilo(this, Tables.Join());
        silos.Add(silo);
        Later(Chance.NextDouble() * 0.1, silo.Begin);
    }

    private ModelSilo? Any() => silos.Where(silo => !silo.IsDead).ToList() is { Count: > 0 } alive ? alive[Chance.Next(alive.Count)] : null;

    private void Kill()
    {
        Any()?.Die();
        Later(1 + Chance.NextDouble(), Add);
    }

    private void Strike(double every, Action what)
    {
        if (every > 0)
        {
            Later(every * (0.5 + Chance.NextDouble()), () =>
            {
                what();
                Strike(every, what);
            });
        }
    }
}
