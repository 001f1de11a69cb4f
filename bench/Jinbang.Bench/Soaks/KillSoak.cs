namespace Jinbang.Bench.Soaks;

/// <summary>A run of 2,000 questions and three models, killed at random moments and resumed each time; then the ledger and
/// the board are compared with those of a run that nobody disturbed.</summary>
internal static class KillSoak
{
    private const int Questions = 2000;
    private const int Concurrency = 8;

    private static readonly Dictionary<string, decimal> Prices = new() { ["sim-strong"] = 40, ["sim-medium"] = 4, ["sim-weak"] = 0.4m };

    public static async Task<int> RunAsync(int kills, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        using var stage = await StageAsync("lognormal:median=150ms,sigma=0.5", cancellationToken);
        var (done, inFlight, uncovered) = (0, 0, 0);
        while (done < kills && await stage.KillAsync(Calls(random), TimeSpan.FromMilliseconds(random.Next(0, 60)), cancellationToken) is { } calls)
        {
            (done, inFlight) = (done + 1, inFlight + calls);
            uncovered += stage.Books() < Stage.Bill(await stage.SettledStatsAsync(cancellationToken), Prices) ? 1 : 0;
        }

        var answered = stage.Texts("SELECT count(*) FROM attempt WHERE outcome = 'Replied'").Single();
        var (exitCode, _) = await stage.FinishAsync(cancellationToken);
        var stats = await stage.SettledStatsAsync(cancellationToken);
        using var undisturbed = await StageAsync("0", cancellationToken);
        await undisturbed.FinishAsync(cancellationToken);
        var repeated = stats.GetProperty("repeated_paid").GetInt64();
        var (rows, once) = (stage.Texts("SELECT count(*) FROM attempt").Single(), stage.Texts("SELECT count(DISTINCT sitting || question) FROM attempt WHERE outcome = 'Replied'").Single());
        var isSame = Board(stage) == Board(undisturbed);
        Console.WriteLine($"kills {done} (seed {seed}), {answered} of {Questions * Prices.Count} answered by the last; then exit code {exitCode}");
        Console.WriteLine($"attempts in the ledger {rows}, answered once {once}");
        Console.WriteLine($"paid calls repeated {repeated}, in flight at the kills {inFlight} (at most {done * Concurrency * Prices.Count})");
        Console.WriteLine($"kills after which the books fell short of the bill: {uncovered}; board the same as undisturbed: {isSame}");
        return exitCode == 0 && rows == once && once == $"{Questions * Prices.Count}" && repeated <= done * Concurrency * Prices.Count && uncovered == 0 && isSame ? 0 : 1;
    }

    private static async Task<Stage> StageAsync(string latency, CancellationToken cancellationToken)
    {
        var stage = await Stage.SetAsync(
            ["--latency", latency, "--seed", "7", .. Prices.Keys.SelectMany(model => (string[])["--model", $"{model}:0.7"])], cancellationToken);
        stage.Write(Questions, Concurrency, mostTokens: 200, budget: null, Prices);
        return stage;
    }

    /// <summary>One kill in eight strikes while the program starts.</summary>
    private static int Calls(Random random) => random.Next(8) == 0 ? 0 : random.Next(1, 110);

    /// <summary>The board without what a clock measured and without the server's port.</summary>
    private static string Board(Stage stage) => string.Join('\n', File.ReadLines(Path.Combine(stage.Folder, "boards", "soak.json"))
        .Where(line => !line.Contains("\"seconds\"", StringComparison.Ordinal) && !line.Contains("\"host\"", StringComparison.Ordinal)));
}
