using System.Globalization;

namespace Jinbang.Bench.Silos;

/// <summary>Runs of docs/decisions/0040 on paper: many seeds in each weather, what must never be and what it costs.</summary>
internal static class SiloTable
{
    private const int Places = 1200;

    private static readonly Weather[] Weathers =
    [
        new("calm", 0, 0, 0, 0, 2),
        new("a silo killed every 3 s", 3, 0, 0, 0, 2),
        new("a process paused every 5 s, up to 10 s", 0, 5, 0, 0, 2),
        new("a silo without the database every 5 s, up to 10 s", 0, 0, 5, 0, 2),
        new("the database away every 20 s, up to 10 s", 0, 0, 0, 20, 2),
        new("all of these", 6, 10, 10, 30, 2),
        new("calm, the cap binds", 0, 0, 0, 0, 0.3),
        new("all of these, the cap binds", 6, 10, 10, 30, 0.3),
    ];

    public static int Print(int seeds)
    {
        Console.WriteLine("| weather | violations | last call begun, of the ideal | most calls in a minute | called again, of those in flight | answered twice | bill, of the cap | books, of the bill |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var violations = Weathers.Sum(weather => Print(weather, seeds));
        Console.WriteLine();
        Console.WriteLine("| rule left out, in the worst weather | runs that went wrong | how |");
        Console.WriteLine("| --- | --- | --- |");
        foreach (var rule in Enum.GetValues<Rule>())
        {
            var wrong = Run(Weathers[^1], seeds, rule).Select(world => world.Violation).OfType<string>().ToList();
            Console.WriteLine($"| {rule} | {wrong.Count} of {seeds} | {string.Join("; ", wrong.Distinct())} |");
        }

        return violations == 0 ? 0 : 1;
    }

    private static List<World> Run(Weather weather, int seeds, Rule without)
    {
        var worlds = Enumerable.Range(1, seeds).Select(seed => new World(weather, Places, seed, without)).ToList();
        Parallel.ForEach(worlds, world => world.Run());
        return worlds;
    }

    private static int Print(Weather weather, int seeds)
    {
        var worlds = Run(weather, seeds, Rule.None);
        var violations = worlds.Select(world => world.Violation).OfType<string>().ToList();
        string[] cells =
        [
            weather.Name,
            violations.Count.ToString(CultureInfo.InvariantCulture) + string.Concat(violations.Distinct().Select(what => $": {what}")),
            Range(worlds.Select(world => world.Calls[^1] / ((world.Calls.Count - World.Rate) / World.Rate))),
            worlds.Max(MostInAMinute).ToString(CultureInfo.InvariantCulture),
            $"{worlds.Sum(world => world.Calls.Count - world.Faults - world.Tables.Answered)} of {worlds.Sum(world => world.InFlight)}",
            worlds.Sum(world => world.Tables.Twice).ToString(CultureInfo.InvariantCulture),
            Range(worlds.Select(world => (double)(world.Bill / world.Cap))),
            Range(worlds.Select(world => (double)(world.Tables.Booked / world.Bill))),
        ];
        Console.WriteLine($"| {string.Join(" | ", cells)} |");
        return violations.Count;
    }

    private static string Range(IEnumerable<double> figures) =>
        figures.Order().ToList() is { Count: > 0 } sorted ? string.Create(CultureInfo.InvariantCulture, $"{sorted[0]:F2}–{sorted[^1]:F2} ({sorted[sorted.Count / 2]:F2})") : "–";

    private static int MostInAMinute(World world)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < world.Calls.Count; last++)
        {
            while (world.Calls[last] - world.Calls[first] >= 60)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
