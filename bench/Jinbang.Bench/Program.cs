using BenchmarkDotNet.Running;
using Jinbang.Bench;

using var stop = new CancellationTokenSource();
return args switch
{
    ["whole-process", ..] => await WholeProcess.MeasureAsync(stop.Token),
    ["many-replies"] => await ManyReplies.MeasureAsync(stop.Token),
    ["bare-loop", var endpoint, var exam, var concurrency] => await BareLoop.RunAsync(
        new Uri(endpoint), exam, int.Parse(concurrency, System.Globalization.CultureInfo.InvariantCulture), stop.Token),
    ["reading", var banks] => ReadingTable.Print(banks),
    _ => Micro(args),
};

static int Micro(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(WholeProcess).Assembly).Run(args);
    return 0;
}
