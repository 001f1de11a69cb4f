using BenchmarkDotNet.Running;
using Jinbang.Bench;
using Jinbang.Bench.Coverage;
using Jinbang.Bench.Gallery;
using Jinbang.Bench.Painting;
using Jinbang.Bench.Silos;
using Jinbang.Bench.Soaks;

using var stop = new CancellationTokenSource();
return args switch
{
    ["whole-process", ..] => await WholeProcess.MeasureAsync(stop.Token),
    ["pace"] => await PaceTable.MeasureAsync(stop.Token),
    ["dead-endpoint"] => await DeadEndpoint.MeasureAsync(stop.Token),
    ["realistic"] => await Realistic.MeasureAsync(stop.Token),
    ["scale", ..] => await Scale.MeasureAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100, stop.Token),
    ["columns"] => Columns.Measure(),
    ["workspace", ..] => await FullWorkspace.MeasureAsync(args.Length > 1 ? Number(args[1]) : 1, stop.Token),
    ["site", ..] => await SiteBench.MeasureAsync(args.Length > 1 ? Number(args[1]) : 1, args.ElementAtOrDefault(2), stop.Token),
    ["pictures", var folder, .. var sizes] => await Pictures.TakeAsync(folder, sizes, stop.Token),
    ["paint", .. var folder] => await Paint.MeasureAsync(folder.FirstOrDefault(), stop.Token),
    ["kill", "--kills", var kills, "--seed", var seed] => await KillSoak.RunAsync((int)Number(kills), (int)Number(seed), stop.Token),
    ["budget", "--plans", var plans, "--seed", var seed] => await BudgetSoak.RunAsync((int)Number(plans), (int)Number(seed), stop.Token),
    ["silos"] => SiloTable.Print(100),
    ["silos", var seeds] => SiloTable.Print((int)Number(seeds)),
    ["cluster", var server] => await ClusterSpeed.MeasureAsync(server, stop.Token),
    ["items"] => ItemBench.Measure(),
    ["search", ..] => await SearchSpeed.MeasureAsync(args.Length > 1 ? (int)Number(args[1]) : 2_000_000, stop.Token),
    ["many-replies"] => await ManyReplies.MeasureAsync(stop.Token),
    ["bare-loop", var endpoint, var exam, var concurrency, var stream] => await BareLoop.RunAsync(
        new Uri(endpoint), exam, int.Parse(concurrency, System.Globalization.CultureInfo.InvariantCulture), stream == "stream", stop.Token),
    ["coverage"] => CoverageTables.Print(1),
    ["coverage", "--seed", var seed] => CoverageTables.Print((int)Number(seed)),
    ["ranks"] => RankSpeed.Measure(),
    ["reading", var banks] => ReadingTable.Print(banks),
    ["fuzz", "--minutes", var minutes] => ReadingFuzz.Run(Number(minutes), 1),
    ["fuzz", "--minutes", var minutes, "--seed", var seed] => ReadingFuzz.Run(Number(minutes), (int)Number(seed)),
    _ => Micro(args),
};

static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

static int Micro(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(WholeProcess).Assembly).Run(args);
    return 0;
}
