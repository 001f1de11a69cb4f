using System.Globalization;

namespace Jinbang.Bench.Soaks;

/// <summary>Random plans with a cap, cheap and dear models, faults that are billed, kills and resumes: what the simulator
/// bills must never exceed the cap.</summary>
internal static class BudgetSoak
{
    private const int Concurrency = 256;

    private static readonly string[] Faults =
        ["", "cut=0.03", "malformed=0.03", "cut-early=0.02,500=0.05", "429:retry-after=0=0.1,cut=0.02", "no-usage=0.05", "stall:pause=300ms=0.05,negative-usage=0.03"];

    public static async Task<int> RunAsync(int plans, int seed, CancellationToken cancellationToken)
    {
        Console.WriteLine("| plan | models | faults | kills | cap ¥ | bill ¥ | books ¥ | of these lost ¥ | one reservation ¥ | stopped by the budget |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var failures = 0;
        for (var plan = 0; plan < plans; plan++)
        {
            failures += await RunAsync(plan, new Random(seed + plan), cancellationToken) ? 0 : 1;
        }

        Console.WriteLine($"plans {plans} (seed {seed}), broken {failures}");
        return failures == 0 ? 0 : 1;
    }

    private static async Task<bool> RunAsync(int plan, Random random, CancellationToken cancellationToken)
    {
        var prices = Enumerable.Range(0, random.Next(1, 4)).ToDictionary(n => $"m{n}", _ => Math.Round((decimal)Math.Pow(10, (random.NextDouble() * 3) - 1), 2));
        var (questions, mostTokens) = (random.Next(200, 800), random.Next(30, 300));
        var faults = plan % 2 == 0 ? "" : Faults[random.Next(Faults.Length)];
        // A call costs about 120 tokens, so that about two plans in three have more work than money.
        var cap = Math.Round(prices.Values.Sum() * questions * 120 / 1_000_000 * (decimal)((random.NextDouble() * 1.2) + 0.1), 6);
        using var stage = await Stage.SetAsync(
        [
            "--latency", "lognormal:median=40ms,sigma=0.6", "--seed", $"{plan}", .. faults.Length > 0 ? (string[])["--faults", faults] : [],
            .. prices.Keys.SelectMany(model => (string[])["--model", $"{model}:0.7"]),
        ], cancellationToken);
        stage.Write(questions, Concurrency, mostTokens, cap, prices);
        var kills = 0;
        for (var most = plan % 4 < 2 ? 0 : random.Next(1, 5); kills < most; kills++)
        {
            if (await stage.KillAsync(random.Next(1, questions), TimeSpan.FromMilliseconds(random.Next(0, 60)), cancellationToken) is null)
            {
                break;
            }
        }

        var (_, errors) = await stage.FinishAsync(cancellationToken);
        var isStopped = errors.Contains("of the budget is left", StringComparison.Ordinal);
        var bill = Stage.Bill(await stage.SettledStatsAsync(cancellationToken), prices);
        var (books, lost) = (stage.Books(), stage.Texts("SELECT lost_yuan FROM sitting").Sum(yuan => decimal.Parse(yuan, CultureInfo.InvariantCulture)));
        // The longest prompt of these questions has fewer than 600 bytes.
        var reservation = prices.Values.Max() * (600 + 64 + mostTokens) / 1_000_000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {plan} | {string.Join(' ', prices.Values)} | {faults} | {kills} | {cap} | {bill:0.000000} | {books:0.000000} | {lost:0.000000} | {reservation:0.000000} | {isStopped} |"));
        // After a kill the books count calls as lost that were never billed, or billed and answered; without, they are exact.
        return bill > 0 && bill <= Math.Min(books, cap)
            && (kills > 0 || (books <= cap && (!isStopped || cap - books <= reservation)))
            && (kills > 0 || faults.Length > 0 || bill == books);
    }
}
